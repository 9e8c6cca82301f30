import type { ClipResult } from '#shared/domain/capture.ts'
import type { FeedItemRef } from '#shared/domain/feed.ts'
import { type ErrorData, toErrorData } from '#shared/util/app-error.ts'
import type { Session } from '../router/session.ts'
import { call } from './call.ts'

/** What came of clipping an item of a feed: the article, or why there is none. */
export type ClippedItem = { key: string; url: string | null } & (
  | { result: ClipResult }
  | { error: ErrorData }
)

/** Clips items of feeds one after another, each as a step of its own; one that fails stops no other. */
export async function clipItems(
  session: Session,
  items: readonly FeedItemRef[],
  onItem: (done: number) => void = () => {},
): Promise<ClippedItem[]> {
  session.notebook.assertWritable()
  const clipped: ClippedItem[] = []
  for (const item of items) {
    onItem(clipped.length)
    clipped.push(await clipItem(session, item))
  }
  return clipped
}

async function clipItem(session: Session, item: FeedItemRef): Promise<ClippedItem> {
  const { key } = item
  const [url] = await call(session, 'feed', 'addresses', { items: [item] })
  if (url === undefined)
    return { key, url: null, error: { code: 'not-found', message: 'The feed has no such item.' } }
  try {
    return { key, url, result: await call(session, 'capture', 'clipUrl', { url }) }
  } catch (error) {
    return { key, url, error: toErrorData(error) }
  }
}
