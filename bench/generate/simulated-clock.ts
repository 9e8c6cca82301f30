/**
 * Runs `work` at moments of its own choosing: `Date.now`, by which the store dates rows and makes ids, says what `set` was
 * given last. So a notebook of many years can be written in minutes.
 */
export function withSimulatedClock<Result>(work: (set: (moment: number) => void) => Result): Result {
  const real = Date.now
  let now = real()
  Date.now = () => now
  try {
    return work((moment) => {
      now = moment
    })
  } finally {
    Date.now = real
  }
}
