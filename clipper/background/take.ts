import { clipLimits } from '#shared/clipper/protocol.ts'
import { api } from '../extension-api.ts'
import type { Clip, ClipOrder, ClipOutcome, Glance, PageClip, Wanted } from '../protocol.ts'
import { enqueue, fromQueue } from './queue.ts'
import { flush } from './sender.ts'

/** From the extension's root: Firefox takes a name without the slash as beside the page that asks. */
const pageScript = '/page.js'
/** How much longer markup becomes as a string of JSON, with room to spare. */
const writtenAs = 1.25

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
  const fitting = taken.kind === 'link' ? taken : withinLimits(taken)
  if (fitting === null) return { kind: 'failed', code: 'page-too-large' }
  const clip: Clip = quote !== undefined && fitting.kind !== 'link' ? { ...fitting, quote } : fitting
  const id = `${Date.now().toString(36).padStart(9, '0')}-${crypto.randomUUID()}`.slice(0, 64)
  const title = clip.kind === 'link' ? clip.url : (clip.title ?? clip.url)
  await enqueue({ id, at: Date.now(), title, notebookId, refused: null, clip })
  const outcomes = await flush()
  return outcomes.get(id) ?? (await outcomeElsewhere(id))
}

/** Somebody else may have sent it meanwhile: the popup, which sends what waits when it opens. */
async function outcomeElsewhere(id: string): Promise<ClipOutcome> {
  const waiting = await fromQueue(id)
  if (waiting === undefined) return { kind: 'stored', outcome: 'sent', title: '', quote: null, lost: 0 }
  return waiting.refused === null ? { kind: 'waiting' } : { kind: 'refused', ...waiting.refused }
}

/** The clip as the door takes it: without its images where they are too much, null where the page itself is. */
function withinLimits(page: PageClip): PageClip | null {
  const html = new Blob([page.html]).size * writtenAs
  const images = (page.images ?? []).reduce((total, { bytes }) => total + bytes.length, 0)
  if (page.html.length > clipLimits.html || html > clipLimits.bytes) return null
  return html + images > clipLimits.bytes ? { ...page, images: [] } : page
}

async function byAddress(tabId: number, wanted: Wanted): Promise<Clip | null> {
  if (wanted.kind !== 'page') return null
  const { url } = await api.tabs.get(tabId)
  return url !== undefined && /^https?:/.test(url) ? { kind: 'link', url: url.slice(0, 4000) } : null
}
