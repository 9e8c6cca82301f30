import { type LinkDetails, noLinkDetails, type QuoteLink, type Stance } from '#shared/domain/link.ts'
import type { Attribution, Quote } from '#shared/domain/quote.ts'
import { parseTopicPath } from '#shared/domain/topic.ts'
import type { Translation } from '#shared/domain/translation.ts'
import { act } from '../../app/act.ts'
import { ownCoderId } from '../../quotes/own-coder.ts'
import { client, queryClient, rpc } from '../../rpc/client.ts'

/** Names the speaker, or nobody. Shows at once. */
export function setSpeaker(quote: Quote, speakerId: string | null): Promise<void> {
  return setFacts(quote, { speakerId })
}

/** Names a speaker whom the notebook may not know yet. */
export async function nameSpeaker(quote: Quote, name: string): Promise<void> {
  const id = await ensureActor(name)
  if (id !== undefined) await setSpeaker(quote, id)
}

/** The actor of a name that is written, made where there is none. */
export async function ensureActor(name: string): Promise<string | undefined> {
  const actor = await act(() => client.actor.ensure.mutate({ name }))
  if (actor === undefined) return undefined
  await queryClient.refetchQueries({ queryKey: rpc.actor.list.queryKey() })
  return actor.id
}

export function setSaidOn(quote: Quote, saidOn: string | null): Promise<void> {
  return setFacts(quote, { saidOn })
}

export type QuoteFacts = Partial<Attribution & Pick<Quote, 'speakerId' | 'saidOn' | 'roundId'>>

/** Changes what is known of a quote beside its words and topics; null takes a fact back. Shows at once. */
export function setFacts(quote: Quote, facts: QuoteFacts): Promise<void> {
  return change(
    quote,
    (one) => ({ ...one, ...facts }),
    () => client.quote.update.mutate({ id: quote.id, ...facts }),
  )
}

/** Ties the quote to a topic, or changes the stance, as the coder of this machine sees it; what others coded stays. */
export async function setLink(
  quote: Quote,
  topicId: string,
  stance: Stance,
  details: Partial<LinkDetails> = {},
): Promise<void> {
  const coderId = await act(ownCoderId)
  if (coderId === undefined) return
  const isOwn = (link: QuoteLink) => link.topicId === topicId && link.coderId === coderId
  const place = (one: Quote): Quote =>
    one.links.some(isOwn)
      ? { ...one, links: one.links.map((link) => (isOwn(link) ? { ...link, stance, ...details } : link)) }
      : {
          ...one,
          links: [...one.links, { id: topicId, topicId, stance, coderId, ...noLinkDetails, ...details }],
        }
  await change(quote, place, () =>
    client.link.set.mutate({ quoteIds: [quote.id], topicId, stance, coderId, ...details }),
  )
}

/** Ties the quote to the topic a written path leads to (`Security > Guarantees`), made where it is missing; its id. */
export async function linkToPath(quote: Quote, written: string): Promise<string | undefined> {
  const topic = await act(() => client.topic.ensurePath.mutate({ path: parseTopicPath(written) }))
  if (topic === undefined) return undefined
  await queryClient.refetchQueries({ queryKey: rpc.topic.list.queryKey() })
  void setLink(quote, topic.id, 'neutral')
  return topic.id
}

/** Takes one coder's link away. */
export function removeLink(
  quote: Quote,
  { topicId, coderId }: Pick<QuoteLink, 'topicId' | 'coderId'>,
): Promise<void> {
  const stays = (link: QuoteLink) => link.topicId !== topicId || link.coderId !== coderId
  return change(
    quote,
    (one) => ({ ...one, links: one.links.filter(stays) }),
    () => client.link.remove.mutate({ quoteIds: [quote.id], topicId, coderId }),
  )
}

/** Adds a translation, or changes the one with this id. One version at most is authoritative. */
export function saveTranslation(
  quote: Quote,
  translation: Omit<Translation, 'id'> & { id?: string | undefined },
): Promise<void> {
  const { id, ...words } = translation
  return change(
    quote,
    (one) => {
      const others = one.translations
        .filter((version) => version.id !== id)
        .map((version) => (words.authoritative ? { ...version, authoritative: false } : version))
      return { ...one, translations: [...others, { ...words, id: id ?? 'new' }] }
    },
    () => client.translation.save.mutate({ quoteId: quote.id, ...words, ...(id !== undefined && { id }) }),
  )
}

export function removeTranslation(quote: Quote, id: string): Promise<void> {
  return change(
    quote,
    (one) => ({ ...one, translations: one.translations.filter((version) => version.id !== id) }),
    () => client.translation.trash.mutate({ ids: [id] }),
  )
}

/** Has every view of the article show a quote as it is going to be. */
async function showQuote(
  { id, articleId }: Pick<Quote, 'id' | 'articleId'>,
  show: (quote: Quote) => Quote,
): Promise<void> {
  const queryKey = rpc.quote.ofArticle.queryKey({ articleId })
  // An answer on its way was given before this change, and would take it back for a moment.
  await queryClient.cancelQueries({ queryKey })
  queryClient.setQueryData(queryKey, (quotes) => quotes?.map((one) => (one.id === id ? show(one) : one)))
}

/** Shows a change at once and makes it; what the notebook refuses is said and read again. */
async function change(
  quote: Quote,
  show: (quote: Quote) => Quote,
  work: () => Promise<unknown>,
): Promise<void> {
  await showQuote(quote, show)
  const done = await act(async () => {
    await work()
    return true
  })
  if (done === undefined) {
    await queryClient.invalidateQueries({
      queryKey: rpc.quote.ofArticle.queryKey({ articleId: quote.articleId }),
    })
  }
}
