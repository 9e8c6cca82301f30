import { clipLimits } from '#shared/clipper/protocol.ts'
import { api } from '../extension-api.ts'
import type { Clip, ClipOrder, ClipOutcome, Glance, PageClip, Wanted } from '../protocol.ts'
import { enqueue } from './queue.ts'
import { flush } from './sender.ts'

const pageScript = 'page.js'

/** What the page in a tab says of itself; null where no extension may look: the browser's own pages, its store, its PDF view. */
export async function glanceAt(tabId: number): Promise<Glance | null> {
  try {
    await api.scripting.executeScript({ target: { tabId }, files: [pageScript] })
    const [answer] = await api.scripting.executeScript({
      target: { tabId },
      func: () => globalThis.aideMemoireClipper.glance(),
    })
    return (answer?.result as Glance | undefined) ?? null
  } catch {
    return null
  }
}

async function takeFrom(tabId: number, wanted: Wanted): Promise<PageClip | null> {
  await api.scripting.executeScript({ target: { tabId }, files: [pageScript] })
  const [answer] = await api.scripting.executeScript({
    target: { tabId },
    func: (what: Wanted) => globalThis.aideMemoireClipper.collect(what),
    args: [wanted],
  })
  return (answer?.result as PageClip | null | undefined) ?? null
}

/**
 * Takes a clip, puts it into the queue, and sends what waits: from the moment it is in the queue it cannot be lost.
 * A page that cannot be looked into is clipped by its address, where it has one.
 */
export async function takeClip({ tabId, wanted, quote, notebookId }: ClipOrder): Promise<ClipOutcome> {
  const taken =
    wanted.kind === 'link' ? wanted : await takeFrom(tabId, wanted).catch(() => byAddress(tabId, wanted))
  if (taken === null)
    return { kind: 'failed', code: wanted.kind === 'page' ? 'not-clippable' : 'nothing-selected' }
  if (taken.kind !== 'link' && taken.html.length > clipLimits.html)
    return { kind: 'failed', code: 'page-too-large' }
  const clip: Clip = quote !== undefined && taken.kind !== 'link' ? { ...taken, quote } : taken
  const id = `${Date.now().toString(36).padStart(9, '0')}-${crypto.randomUUID()}`.slice(0, 64)
  const title = clip.kind === 'link' ? clip.url : (clip.title ?? clip.url)
  await enqueue({ id, at: Date.now(), title, notebookId, refused: null, clip })
  const outcomes = await flush()
  return outcomes.get(id) ?? { kind: 'waiting' }
}

async function byAddress(tabId: number, wanted: Wanted): Promise<Clip | null> {
  if (wanted.kind !== 'page') return null
  const { url } = await api.tabs.get(tabId)
  return url !== undefined && /^https?:/.test(url) ? { kind: 'link', url: url.slice(0, 4000) } : null
}
