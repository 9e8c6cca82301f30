import type { ClippedQuote, DoorClip } from '#shared/domain/clipper.ts'

/** A passage as the page shows it. */
export type Selectors = Pick<ClippedQuote, 'exact' | 'prefix' | 'suffix'>

/** What a page says of itself before anything is taken from it. */
export interface Glance {
  url: string
  title: string
  canonicalUrl: string | null
  /** What is selected; null for nothing but white space. */
  selection: Selectors | null
}

/** What to take from a page. */
export type Wanted = { kind: 'page' } | { kind: 'selection' } | { kind: 'image'; source: string }

export type Clip = DoorClip['clip']
export type PageClip = Exclude<Clip, { kind: 'link' }>

/** A clip that the user has asked for: it is taken from the tab, or is the address alone. */
export interface ClipOrder {
  tabId: number
  wanted: Wanted | { kind: 'link'; url: string }
  quote?: ClippedQuote
  /** The notebook it is for; null for whichever answers. */
  notebookId: string | null
}

/** What became of a clip: it is in the notebook, waits in the queue, or was refused and stays in the queue. */
export type ClipOutcome =
  | {
      kind: 'stored'
      outcome: string
      title: string
      quote: 'placed' | 'similar' | 'noted' | null
      lost: number
    }
  | { kind: 'waiting' }
  | { kind: 'refused'; code: string; message: string }
  /** Nothing could be taken from the page, and so nothing waits. */
  | { kind: 'failed'; code: string }

/** What the popup asks of the background, which goes on when the popup is closed. */
export type Request =
  | { kind: 'clip'; order: ClipOrder }
  | { kind: 'flush' }
  | { kind: 'resend'; id: string; notebookId: string }
