import { useEffect, useRef, useState } from 'react'
import { partialDateSchema } from '#shared/domain/common.ts'
import { useAddressParams } from '../app/location.ts'

/** A browser takes only so many changes of the address in a short time. */
const settleMs = 250

/**
 * The day a view is as of: the one in the address, or else the last one. It moves at once, and the address follows when it
 * rests, in place of what stood there.
 */
export function useDay(last: string | null): {
  day: string | null
  /** The day that was chosen; null where it is the last one by itself. */
  asOf: string | null
  setDay(day: string): void
} {
  const [params, change] = useAddressParams()
  const inAddress = partialDateSchema.safeParse(params.get('day')).data ?? null
  const [moving, setMoving] = useState<string | null>(null)
  const latest = useRef(last)
  latest.current = last
  useEffect(() => {
    if (moving === null) return
    const timer = setTimeout(() => {
      change({ day: moving === latest.current ? null : moving }, { replace: true })
      setMoving(null)
    }, settleMs)
    return () => clearTimeout(timer)
  }, [moving, change])
  const asOf = moving ?? inAddress
  return { day: asOf ?? last, asOf, setDay: setMoving }
}
