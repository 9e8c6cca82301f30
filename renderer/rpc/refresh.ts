import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { ChangeEvent, EntityKind } from '#shared/domain/journal.ts'

/** Whose answers a change of an entity can alter, by the subjects of the contract or by single procedures. */
const dependents: Record<EntityKind, readonly string[]> = {
  article: [
    'analysis',
    'article',
    'quote',
    'utterance',
    'round',
    'search',
    'story',
    'feed',
    'dossier.check',
    'dossier.bibliography',
  ],
  quote: [
    'analysis',
    'quote',
    'article',
    'topic',
    'actor',
    'utterance',
    'round',
    'search',
    'story',
    'dossier.list',
    'dossier.check',
    'dossier.bibliography',
  ],
  anchor: ['quote', 'article', 'dossier.check', 'dossier.bibliography'],
  topic: ['analysis', 'topic', 'quote', 'round', 'search'],
  actor: ['analysis', 'actor', 'quote', 'round', 'search', 'dossier.check', 'dossier.bibliography'],
  link: ['analysis', 'quote', 'topic', 'article', 'utterance', 'search'],
  comment: ['comment', 'quote', 'article', 'search'],
  translation: ['quote', 'utterance', 'search'],
  utterance: ['analysis', 'utterance', 'quote'],
  rejection: ['utterance'],
  membership: ['analysis', 'actor'],
  step: ['analysis', 'topic', 'search'],
  coder: ['analysis', 'coder', 'quote'],
  round: ['round', 'quote', 'article', 'search'],
  story: ['story', 'article'],
  distinction: ['story'],
  // Not the bibliography: it is asked for what is written, and not anew with each save.
  dossier: ['dossier.list', 'dossier.get', 'dossier.naming', 'dossier.check', 'dossier.versions', 'search'],
  dossier_version: ['dossier.versions', 'dossier.version'],
  feed: ['feed'],
  dismissal: ['feed'],
  alias_rejection: ['actor'],
  citation_style: ['style', 'dossier.bibliography'],
}

/** Altered by every change. */
const always: readonly string[] = ['notebook', 'journal', 'trash']

/** Revisions never change, so what was read of them stays true. */
const immutable = new Set(['article.content', 'article.compare', 'asset.get'])

/** Refreshes every open view that a committed change can have altered; one without entities alters everything. */
export function refreshAfter(event: ChangeEvent, queryClient: QueryClient): void {
  const kinds = Object.keys(event.entities) as EntityKind[]
  const subjects = new Set([...always, ...kinds.flatMap((kind) => dependents[kind])])
  const isWhole = kinds.length === 0
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => {
      const path = pathOf(queryKey)
      const [subject = ''] = path
      const procedure = path.join('.')
      return (isWhole || subjects.has(subject) || subjects.has(procedure)) && !immutable.has(procedure)
    },
  })
}

/** tRPC's query keys begin with the procedure's path. */
function pathOf(queryKey: QueryKey): string[] {
  const [path] = queryKey
  return Array.isArray(path) ? path.map(String) : []
}
