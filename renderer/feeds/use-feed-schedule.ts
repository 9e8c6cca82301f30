import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWhyReadOnly } from '../app/can-write.ts'
import { type Preferences, usePreferences } from '../app/preferences.ts'
import { rpc } from '../rpc/client.ts'
import { fetchingFeeds } from './fetching-feeds.ts'

const hour = 3_600_000
const intervals: Record<Exclude<Preferences['feedSchedule'], 'off'>, number> = {
  hourly: hour,
  daily: 24 * hour,
}
/** How often it is looked whether a feed is due. */
const lookEvery = 5 * 60_000

/** Whatever came of the last time, it is not tried again at once. */
let lastStart = Number.NEGATIVE_INFINITY

/**
 * Fetches the feeds while the app is open, as often as the user has chosen on this machine. Off until it is chosen: nothing
 * leaves the machine unasked.
 */
export function useFeedSchedule(): void {
  const [{ feedSchedule }] = usePreferences()
  const canWrite = useWhyReadOnly() === null
  const isOn = feedSchedule !== 'off' && canWrite
  const { data: feeds } = useQuery({ ...rpc.feed.list.queryOptions(), enabled: isOn })
  useEffect(() => {
    if (feedSchedule === 'off' || !canWrite || feeds === undefined || feeds.length === 0) return
    const look = () => {
      if (Date.now() - lastStart < lookEvery) return
      const due = Date.now() - intervals[feedSchedule]
      if (feeds.every(({ fetchedAt }) => fetchedAt !== null && Date.parse(fetchedAt) > due)) return
      lastStart = Date.now()
      // What fails is told on the screen of feeds, beside the feed.
      fetchingFeeds.start().catch(() => {})
    }
    look()
    const timer = setInterval(look, lookEvery)
    return () => clearInterval(timer)
  }, [feedSchedule, canWrite, feeds])
}
