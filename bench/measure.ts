/** Milliseconds that half, or nineteen in twenty, of the runs stayed within. */
export interface Timing {
  p50: number
  p95: number
  runs: number
}

export interface Rounds {
  /** Runs that are thrown away: they fill caches and compile code. */
  warmUp?: number
  runs?: number
}

/** Runs `work` again and again, one run after the other; `turn` counts from 0, the warm-up included. */
export async function measure(
  work: (turn: number) => unknown,
  { warmUp = 3, runs = 20 }: Rounds = {},
): Promise<Timing> {
  const times: number[] = []
  for (let turn = 0; turn < warmUp + runs; turn++) {
    const begun = performance.now()
    await work(turn)
    if (turn >= warmUp) times.push(performance.now() - begun)
  }
  return timingOf(times)
}

/** Runs `work` on each item, `rounds` times over; the first round is thrown away. */
export function measureEach<Item>(
  items: readonly Item[],
  work: (item: Item) => unknown,
  rounds = 4,
): Promise<Timing> {
  const turns = items.length * rounds
  return measure((turn) => work(items[turn % items.length] as Item), {
    warmUp: items.length,
    runs: turns - items.length,
  })
}

export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), runs: sorted.length }
}
