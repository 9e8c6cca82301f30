import { useSyncExternalStore } from 'react'
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

/** Whether Back and Forward lead to another screen of ours. */
export function useHistoryEnds(): { canGoBack: boolean; canGoForward: boolean } {
  const place = useSyncExternalStore(subscribe, placeNow)
  return { canGoBack: place > 0, canGoForward: place < last }
}
