import type { EntityKind } from '#shared/domain/journal.ts'

/**
 * Columns that the schema's own triggers keep, made from other rows. They are no part of what a user changed: the journal
 * leaves them out, and taking a change back lets the triggers make them anew.
 */
export const derivedColumns: Record<EntityKind, readonly string[]> = {
  article: ['quoted'],
  quote: ['said_sort'],
  anchor: [],
  topic: ['quote_count'],
  actor: ['quote_count'],
  link: ['said_sort', 'article_id'],
  comment: [],
  translation: [],
  utterance: [],
  rejection: [],
  membership: [],
  step: [],
  coder: [],
  round: [],
  story: [],
  distinction: [],
  dossier: [],
  dossier_version: [],
  feed: [],
  dismissal: [],
  alias_rejection: [],
  citation_style: [],
}
