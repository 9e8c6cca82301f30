/** Lets through so many requests in a stretch of time, and refuses the rest. */
export interface Limiter {
  take(): boolean
}

/** @param windowMs the stretch of time, which begins anew when it is over */
export function createLimiter(
  allowed: number,
  windowMs: number,
  now: () => number = () => performance.now(),
): Limiter {
  let began = now()
  let taken = 0
  return {
    take() {
      if (now() - began >= windowMs) {
        began = now()
        taken = 0
      }
      taken++
      return taken <= allowed
    },
  }
}
