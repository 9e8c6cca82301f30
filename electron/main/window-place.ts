import { z } from 'zod'

const boundsSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Bounds = z.infer<typeof boundsSchema>

export const savedWindowSchema = z.object({
  notebook: z.string(),
  /** The screen of the interface that was shown (`/article/ID`). */
  place: z.string().startsWith('/'),
  bounds: boundsSchema,
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
})
export type SavedWindow = z.infer<typeof savedWindowSchema>

export const smallest = { width: 720, height: 480 } as const
const usual = { width: 1280, height: 860 } as const
/** How far a window opens from the one it comes from, so that both are seen. */
const step = 32

/**
 * Where a window opens: where it was, if the display it was on is still there, whole and of a size that fits it;
 * otherwise in the middle of the first display.
 *
 * @param displays the work areas, without task bars, the primary one first
 */
export function placeWindow(saved: Bounds | null, displays: readonly Bounds[]): Bounds {
  const [primary = { x: 0, y: 0, ...usual }] = displays
  const home = saved === null ? undefined : mostCovered(saved, displays)
  if (saved === null || home === undefined) return centred(saved ?? usual, primary)
  const width = within(saved.width, smallest.width, home.width)
  const height = within(saved.height, smallest.height, home.height)
  return {
    width,
    height,
    x: within(saved.x, home.x, home.x + home.width - width),
    y: within(saved.y, home.y, home.y + home.height - height),
  }
}

/** Where one more window opens beside another. */
export function besides({ x, y, width, height }: Bounds): Bounds {
  return { x: x + step, y: y + step, width, height }
}

function mostCovered(window: Bounds, displays: readonly Bounds[]): Bounds | undefined {
  const covered = displays.map((display) => ({ display, area: overlap(window, display) }))
  return covered.filter(({ area }) => area > 0).sort((a, b) => b.area - a.area)[0]?.display
}

function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function centred(size: { width: number; height: number }, display: Bounds): Bounds {
  const width = within(size.width, smallest.width, display.width)
  const height = within(size.height, smallest.height, display.height)
  return {
    width,
    height,
    x: Math.round(display.x + (display.width - width) / 2),
    y: Math.round(display.y + (display.height - height) / 2),
  }
}

/** Within the limits; the lower one gives way where they cross. */
function within(value: number, low: number, high: number): number {
  return Math.round(Math.min(Math.max(value, low), high))
}
