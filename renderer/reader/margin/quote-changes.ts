import { noLinkDetails, type Stance } from '#shared/domain/link.ts'
import type { Quote } from '#shared/domain/quote.ts'
import { parseTopicPath } from '#shared/domain/topic.ts'
import { act } from '../../app/act.ts'
import { client, queryClient, rpc } from '../../rpc/client.ts'

/** Names the speaker, or nobody. Shows at once. */
export function setSpeaker(quote: Quote, speakerId: string | null): Promise<void> {
  return change(
    quote,
    (one) => ({ ...one, speakerId }),
    () => client.quote.update.mutate({ id: quote.id, speakerId }),
  )
}

/** Names a speaker whom the notebook may not know yet. */
export async function nameSpeaker(quote: Quote, name: string): Promise<void> {
  const actor = await act(() => client.actor.ensure.mutate({ name }))
  if (actor === undefined) return
  await queryClient.refetchQueries({ queryKey: rpc.actor.list.queryKey() })
  await setSpeaker(quote, actor.id)
}

export function setSaidOn(quote: Quote, saidOn: string | null): Promise<void> {
  return change(
    quote,
    (one) => ({ ...one, saidOn }),
    () => client.quote.update.mutate({ id: quote.id, saidOn }),
  )
}

/** Ties the quote to a topic, or changes the stance where it is tied already. */
export function setLink(quote: Quote, topicId: string, stance: Stance): Promise<void> {
  const place = (one: Quote): Quote =>
    one.links.some((link) => link.topicId === topicId)
      ? { ...one, links: one.links.map((link) => (link.topicId === topicId ? { ...link, stance } : link)) }
      : { ...one, links: [...one.links, { id: topicId, topicId, stance, coderId: null, ...noLinkDetails }] }
  return change(quote, place, () => client.link.set.mutate({ quoteIds: [quote.id], topicId, stance }))
}

/** Ties the quote to the topic a written path leads to (`Security > Guarantees`), made where it is missing; its id. */
export async function linkToPath(quote: Quote, written: string): Promise<string | undefined> {
  const topic = await act(() => client.topic.ensurePath.mutate({ path: parseTopicPath(written) }))
  if (topic === undefined) return undefined
  await queryClient.refetchQueries({ queryKey: rpc.topic.list.queryKey() })
  void setLink(quote, topic.id, 'neutral')
  return topic.id
}

export function removeLink(quote: Quote, topicId: string): Promise<void> {
  return change(
    quote,
    (one) => ({ ...one, links: one.links.filter((link) => link.topicId !== topicId) }),
    () => client.link.remove.mutate({ quoteIds: [quote.id], topicId }),
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
