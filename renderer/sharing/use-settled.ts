import { useEffect, useState } from 'react'

const waitMs = 250

/** The value once it has stayed the same for a moment, so that each of several quick changes is not counted by itself. */
export function useSettled<Value>(value: Value): { settled: Value; isSettled: boolean } {
  const [settled, setSettled] = useState(value)
  const written = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written tells one value from another
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs)
    return () => clearTimeout(timer)
  }, [written])
  return { settled, isSettled: JSON.stringify(settled) === written }
}
