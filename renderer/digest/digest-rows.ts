import type { TFunction } from 'i18next'
import type { z } from 'zod'
import type { digestSchema } from '#shared/domain/analysis.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'

export interface DigestRow {
  id: string
  kind: string
  what: string
  more: string
  day: string | null
}

/** The digest as rows: each topic that moved, each turn, each new actor; the new quotes as their number. */
export function digestRows(
  { topics, shifts, actors, quoteIds }: z.infer<typeof digestSchema>,
  { t, names }: { t: TFunction; names: NotebookNames },
): DigestRow[] {
  return [
    ...topics.map(({ id, status, since }) => ({
      id: `topic ${id} ${since} ${status}`,
      kind: t('digest.topics'),
      what: names.topicPath(id).join(' › '),
      more: t(`topics.status.${status}`),
      day: since,
    })),
    ...shifts.map(({ kind, actorId, topicId, before, after }) => ({
      id: `${kind} ${before.quoteId} ${after.quoteId} ${topicId}`,
      kind: t(`shifts.what.${kind}`),
      what: `${names.actor(actorId)?.name ?? ''} · ${names.topicPath(topicId).join(' › ')}`,
      more: `${t(`quotes.stance.${before.stance}`)} → ${t(`quotes.stance.${after.stance}`)}`,
      day: after.day,
    })),
    ...actors.map(({ id, name }) => ({
      id: `actor ${id}`,
      kind: t('digest.actors'),
      what: name,
      more: '',
      day: null,
    })),
    ...(quoteIds.length === 0
      ? []
      : [
          {
            id: 'quotes',
            kind: t('digest.quotes'),
            what: t('quotes.count', { count: quoteIds.length }),
            more: '',
            day: null,
          },
        ]),
  ]
}
