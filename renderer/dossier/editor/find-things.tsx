import type { Editor } from '@tiptap/react'
import { FileText, Handshake, ListTree, MessageSquareQuote, UserRound } from 'lucide-react'
import { getI18n } from 'react-i18next'
import type { EmbeddedQuote } from '#shared/domain/dossier.ts'
import type { Round } from '#shared/domain/round.ts'
import type { NotebookNames } from '../../quotes/notebook-names.ts'
import { client } from '../../rpc/client.ts'
import { chooseOptions, type PickerOption } from '../../ui/picker/choose-options.ts'
import { embedOf } from './embed-of.ts'
import { insertBlocks } from './insert-blocks.ts'
import type { MentionKind } from './mention.ts'
import type { SuggestedItem } from './suggestion-store.ts'

const namesOfEachKind = 4
const hitsOfEachKind = 6

/** Puts quotes below the line of the caret, or in its place where it is empty, and the caret after them. */
export function embedQuotes(
  editor: Editor,
  quotes: readonly Pick<EmbeddedQuote, 'id' | 'revisionId' | 'exact'>[],
): void {
  if (quotes.length > 0) insertBlocks(editor, quotes.map(embedOf))
}

/** Names a topic, actor, round or article where the caret is. */
function mention(editor: Editor, kind: MentionKind, id: string, label: string): void {
  editor
    .chain()
    .focus()
    .insertContent([
      { type: 'mention', attrs: { kind, id, label: label.slice(0, 2000) } },
      { type: 'text', text: ' ' },
    ])
    .run()
}

interface Known {
  names: NotebookNames
  rounds: readonly Round[]
}

/** What `@` offers: quotes and articles that hold what is typed, and topics, actors and rounds that are called so. */
export async function findThings(query: string, known: Known): Promise<SuggestedItem[]> {
  const named = findNamed(query, known)
  const words = query.trim()
  if (words.length < 2) return named
  const search = (kind: 'quote' | 'article') =>
    client.search.run.query({ query: `${words} kind:${kind}`, asYouType: false, limit: hitsOfEachKind })
  const [quotes, articles] = await Promise.all([search('quote'), search('article')])
  const { t } = getI18n()
  return [
    ...quotes.hits.map(({ id, snippet, speaker, outlet, publishedAt }) => ({
      id: `quote ${id}`,
      group: t('dossier.suggest.quotes'),
      label: snippet.text,
      note: [speaker ?? t('quotes.unnamed'), outlet, publishedAt?.slice(0, 10)].filter(Boolean).join(' · '),
      icon: <MessageSquareQuote />,
      run: (editor: Editor) => void embedById(editor, [id]),
    })),
    ...named,
    ...articles.hits.map(({ id, title, outlet, publishedAt }) => ({
      id: `article ${id}`,
      group: t('dossier.suggest.articles'),
      label: title,
      note: [outlet, publishedAt?.slice(0, 10)].filter(Boolean).join(' · '),
      icon: <FileText />,
      run: (editor: Editor) => mention(editor, 'article', id, title),
    })),
  ]
}

/** Embeds quotes of which only the ids are known. */
export async function embedById(editor: Editor, ids: readonly string[]): Promise<void> {
  embedQuotes(editor, await client.quote.embedded.query({ ids: [...ids] }))
}

function findNamed(query: string, { names, rounds }: Known): SuggestedItem[] {
  const { t } = getI18n()
  const topics = names.topics.map(({ id, aliases }) => ({
    id,
    label: names.topicPath(id).join(' › '),
    keywords: aliases,
    name: names.topic(id)?.name ?? '',
  }))
  const actors = names.actors.map(({ id, name, aliases }) => ({ id, label: name, keywords: aliases, name }))
  const meetings = rounds.map(({ id, name }) => ({ id, label: name, name }))
  const of = (
    kind: MentionKind,
    group: string,
    options: (PickerOption & { name: string })[],
    icon: SuggestedItem['icon'],
  ) =>
    chooseOptions(options, query, namesOfEachKind).shown.map(({ id, label, name }) => ({
      id: `${kind} ${id}`,
      group,
      label,
      icon,
      run: (editor: Editor) => mention(editor, kind, id, name),
    }))
  return [
    ...of('topic', t('dossier.suggest.topics'), topics, <ListTree />),
    ...of('actor', t('dossier.suggest.actors'), actors, <UserRound />),
    ...of('round', t('dossier.suggest.rounds'), meetings, <Handshake />),
  ]
}
