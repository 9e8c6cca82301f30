import { getI18n } from 'react-i18next'
import type { Article } from '#shared/domain/article.ts'
import type { Stance } from '#shared/domain/link.ts'
import type { Quote } from '#shared/domain/quote.ts'
import { act } from '../../app/act.ts'
import { type Citation, cite, copyCitation } from '../../quotes/cite.ts'
import type { NotebookNames } from '../../quotes/notebook-names.ts'
import { ownCoderId } from '../../quotes/own-coder.ts'
import { client } from '../../rpc/client.ts'
import { toast } from '../../ui/toast/toast.ts'
import type { TextRange } from '../surface/text-range.ts'

/**
 * Makes a quote of a passage, with a stance towards a topic where one is given: one step to undo. An inbox article is
 * being read from its first quote on; that is a step of its own, made before, so that Undo takes the quote back first.
 */
export async function createQuote(
  article: Article,
  range: TextRange,
  link: { topicId: string; stance: Stance } | null,
): Promise<string | null> {
  const created = await act(async () => {
    if (article.status === 'inbox')
      await client.article.setStatus.mutate({ ids: [article.id], status: 'reading' })
    return client.quote.create.mutate({
      revisionId: article.currentRevisionId,
      ...range,
      links: link === null ? [] : [{ ...link, coderId: await ownCoderId() }],
    })
  })
  return created?.id ?? null
}

/** Takes a stance towards a topic, and says which. */
export async function takeStance(
  quoteId: string,
  topicId: string,
  stance: Stance,
  names: NotebookNames,
): Promise<void> {
  const { t } = getI18n()
  await act(
    async () => client.link.set.mutate({ quoteIds: [quoteId], topicId, stance, coderId: await ownCoderId() }),
    t('reader.marking.stanceTowards', {
      stance: t(`quotes.stance.${stance}`),
      topic: names.topicPath(topicId).at(-1) ?? '',
    }),
  )
}

/** Into the trash, with the way back in the toast. @returns whether it is there now */
export async function trashQuote(id: string): Promise<boolean> {
  const done = await act(async () => {
    await client.quote.trash.mutate({ ids: [id] })
    return true
  }, getI18n().t('reader.marking.trashed'))
  return done === true
}

/** The words with what it takes to trace them. */
export function citationOf(quote: Quote, article: Article, names: NotebookNames): Citation {
  const speaker = quote.speakerId === null ? null : (names.actor(quote.speakerId)?.name ?? null)
  const { title: articleTitle, outlet, publishedAt, url } = article
  return cite({ ...quote, articleTitle, outlet, publishedAt, url }, speaker)
}

export async function copyQuote(quote: Quote, article: Article, names: NotebookNames): Promise<void> {
  await copyCitation(citationOf(quote, article, names))
  toast.show({ message: getI18n().t('reader.marking.copied'), tone: 'success' })
}

/** Puts a lost quote where the user says its passage is now. @returns whether it is there now */
export async function reattachQuote(id: string, revisionId: string, range: TextRange): Promise<boolean> {
  const done = await act(async () => {
    await client.quote.reattach.mutate({ id, revisionId, ...range })
    return true
  }, getI18n().t('reader.lost.attached'))
  return done === true
}
