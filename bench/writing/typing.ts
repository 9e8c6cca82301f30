import type { Page } from '@playwright/test'
import { type Timing, timingOf } from '../measure.ts'
import { keyTimes, type TraceEvent, traced } from './key-times.ts'

const typed = 'the gauge at the upper dam was read twice every morning by both sides '
/** Between two keys, as somebody types fast. */
const pauseMs = 90
/** So many keys go before those that count. */
const warmUp = 5

export interface Typing {
  /** From each key to the frame after the one its letter was drawn in. */
  painted: Timing
  /** Of that, the work of the page's own thread. */
  worked: Timing
}

/** Types a line where the caret is. */
export async function measureTyping(page: Page): Promise<Typing> {
  await page.waitForTimeout(500)
  const times = await page.evaluateHandle(() => {
    const times: number[] = []
    const text = document.querySelector('.tiptap')
    const begin = () => {
      const begun = performance.now()
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - begun)))
    }
    text?.addEventListener('keydown', begin)
    return { times, stop: () => text?.removeEventListener('keydown', begin) }
  })
  const events = await trace(page, () => page.keyboard.type(typed, { delay: pauseMs }))
  const painted = await times.evaluate(({ times, stop }) => {
    stop()
    return times
  })
  return { painted: timingOf(painted.slice(warmUp)), worked: timingOf(keyTimes(events).slice(warmUp)) }
}

async function trace(page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: traced },
  })
  await work()
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await ended
  await session.detach()
  return events
}
