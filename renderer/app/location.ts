import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { BaseLocationHook } from 'wouter'

/*
 * The address of a screen stands behind `#`: the same page is then served by both hosts, whatever the screen.
 * Every entry we make in the history carries its place, which is how Back and Forward know whether they lead anywhere.
 */

interface Place {
  place: number
}

let last = placeNow()
let travelled = true
const listeners = new Set<() => void>()

function placeNow(): number {
  const state: unknown = typeof history === 'undefined' ? null : history.state
  return typeof state === 'object' && state !== null && 'place' in state && typeof state.place === 'number'
    ? state.place
    : 0
}

/** An address that was typed or followed from outside makes an entry of its own, which carries nothing yet. */
function arriveByHistory({ state }: PopStateEvent): void {
  travelled = state !== null
  notify()
}

function notify(): void {
  last = Math.max(last, placeNow())
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', arriveByHistory)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('popstate', arriveByHistory)
  }
}

const pathNow = () => location.hash.replace(/^#\/?/, '/').split('?')[0] ?? '/'
const searchNow = () => location.hash.split('?').slice(1).join('?')

/** Goes to a screen (`/topics/ID`). With `replace`, Back does not lead to where we are now. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  const address = `#${to}`
  if (!replace && address === location.hash) return
  const state: Place = { place: placeNow() + (replace ? 0 : 1) }
  travelled = false
  if (replace) history.replaceState(state, '', address)
  else history.pushState(state, '', address)
  // What was ahead is gone now.
  if (!replace) last = state.place
  notify()
}

/** Goes from one screen to another, unless somebody has gone elsewhere meanwhile. */
export function goOn(from: string, to: string): void {
  if (pathNow() === from) navigate(to)
}

/** Where in the history we are, and whether Back, Forward or a reload brought us here rather than a link. */
export function historyPlace(): { place: number; travelled: boolean } {
  return { place: placeNow(), travelled }
}

/** wouter's view of the address. */
export const useHashLocation: BaseLocationHook = Object.assign(
  (): [string, typeof navigate] => [useSyncExternalStore(subscribe, pathNow), navigate],
  {
    hrefs: (href: string) => `#${href}`,
    searchHook: () => useSyncExternalStore(subscribe, searchNow),
  },
)

/**
 * What the address says is searched for. It is read here and not by wouter, which takes an address apart with `decodeURI`
 * and so leaves every `:` of a query encoded.
 */
export function useSearchQuery(): string {
  return new URLSearchParams(useSyncExternalStore(subscribe, searchNow)).get('q') ?? ''
}

/** A change of what stands behind `?` in the address; null takes a name out. */
export type AddressChange = Record<string, string | readonly string[] | null>

/** What stands behind `?` in the address, and a way to change some of it and stay on the screen. */
export function useAddressParams(): [
  URLSearchParams,
  (change: AddressChange, how?: { replace?: boolean }) => void,
] {
  const search = useSyncExternalStore(subscribe, searchNow)
  const params = useMemo(() => new URLSearchParams(search), [search])
  const change = useCallback((change: AddressChange, how?: { replace?: boolean }) => {
    const next = new URLSearchParams(searchNow())
    for (const [name, value] of Object.entries(change)) {
      next.delete(name)
      for (const one of typeof value === 'string' ? [value] : (value ?? [])) next.append(name, one)
    }
    const query = next.toString()
    navigate(query === '' ? pathNow() : `${pathNow()}?${query}`, how)
  }, [])
  return [params, change]
}

/** Whether Back and Forward lead to another screen of ours. */
export function useHistoryEnds(): { canGoBack: boolean; canGoForward: boolean } {
  const place = useSyncExternalStore(subscribe, placeNow)
  return { canGoBack: place > 0, canGoForward: place < last }
}
