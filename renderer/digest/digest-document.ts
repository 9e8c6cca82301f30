import type { TFunction } from 'i18next'
import type { z } from 'zod'
import type { digestSchema } from '#shared/domain/analysis.ts'
import type { QuoteRow } from '#shared/domain/quote.ts'
import {
  type Block,
  bold,
  bullets,
  embeds,
  heading,
  mention,
  paragraph,
  text,
} from '../dossier/templates/building-blocks.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'

interface DigestContent {
  digest: z.infer<typeof digestSchema>
  /** Those of the digest that are to stand in it, in its order. */
  quotes: readonly QuoteRow[]
  t: TFunction
  names: Pick<NotebookNames, 'topicPath'> & { actor(id: string): { name: string } | undefined }
  date(partial: string): string
}

/** A digest as a dossier holds it: frozen as it was found, its quotes alive. Parts without anything are left out. */
export function digestBlocks({ digest, quotes, t, names, date }: DigestContent): Block[] {
  const topic = (id: string) => mention('topic', id, names.topicPath(id).at(-1) ?? '')
  const actor = (id: string) => mention('actor', id, names.actor(id)?.name ?? '')
  const part = (title: string, blocks: Block[]) =>
    blocks.length === 0 ? [] : [heading(1, text(title)), ...blocks]
  return [
    paragraph(bold(t('digest.title')), text(` · ${date(digest.since)} –`)),
    ...part(
      t('digest.topics'),
      bullets(
        ...digest.topics.map(({ id, status, since }) => [
          topic(id),
          text(`: ${t(`topics.status.${status}`)}${since === null ? '' : ` (${date(since)})`}`),
        ]),
      ),
    ),
    ...part(
      t('digest.shifts'),
      bullets(
        ...digest.shifts.map(({ kind, actorId, topicId, before, after }) => [
          actor(actorId),
          text(', '),
          topic(topicId),
          text(
            `: ${t(`shifts.what.${kind}`)}, ${t(`quotes.stance.${before.stance}`)} → ${t(`quotes.stance.${after.stance}`)}`,
          ),
        ]),
      ),
    ),
    ...part(t('digest.actors'), bullets(...digest.actors.map(({ id }) => [actor(id)]))),
    ...part(t('digest.quotes'), embeds(quotes)),
  ]
}
