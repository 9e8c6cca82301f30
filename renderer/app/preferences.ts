import { useSyncExternalStore } from 'react'
import { readStored, writeStored } from '../ui/stored.ts'

/** What a person has set on this machine; none of it belongs to the notebook. */
export interface Preferences {
  theme: 'system' | 'light' | 'dark'
  language: 'system' | 'en' | 'uk'
  /** Whose accent: the desktop's, where it has one, or the app's own. */
  accent: 'system' | 'app'
  density: 'comfortable' | 'compact'
  /** `app` follows the theme. */
  readerTheme: 'app' | 'light' | 'sepia' | 'dark'
  readerFace: 'serif' | 'book' | 'sans'
  /** Pixels. */
  readerSize: number
  /** Characters a line. */
  readerMeasure: number
  /** What gives a highlight its colour; its line says the stance either way. */
  readerColours: 'stance' | 'topic'
  /** How often feeds are fetched by themselves while the app is open. */
  feedSchedule: 'off' | 'hourly' | 'daily'
  railCollapsed: boolean
  /** Who codes at this machine; empty where nobody gave a name. */
  coderName: string
  /** Open cards show the whole attribution of their quote. */
  cardMore: boolean
}

export const readerSizes = { smallest: 14, largest: 26 } as const
export const readerMeasures = { narrowest: 55, widest: 90 } as const

const defaults: Preferences = {
  theme: 'system',
  language: 'system',
  accent: 'system',
  density: 'comfortable',
  readerTheme: 'app',
  readerFace: 'serif',
  readerSize: 18,
  readerMeasure: 68,
  readerColours: 'stance',
  feedSchedule: 'off',
  railCollapsed: false,
  coderName: '',
  cardMore: false,
}

const choices = {
  theme: ['system', 'light', 'dark'],
  language: ['system', 'en', 'uk'],
  accent: ['system', 'app'],
  density: ['comfortable', 'compact'],
  readerTheme: ['app', 'light', 'sepia', 'dark'],
  readerFace: ['serif', 'book', 'sans'],
  readerColours: ['stance', 'topic'],
  feedSchedule: ['off', 'hourly', 'daily'],
} as const

/** Makes preferences of whatever was stored: what does not fit, or came from another version, is the default again. */
export function parsePreferences(stored: unknown): Preferences {
  const given: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const oneOf = <Value extends string>(name: string, values: readonly Value[], fallback: Value) =>
    values.find((value) => value === given[name]) ?? fallback
  const within = (name: string, low: number, high: number, fallback: number) => {
    const value = given[name]
    return typeof value === 'number' && Number.isFinite(value)
      ? Math.min(Math.max(value, low), high)
      : fallback
  }
  return {
    theme: oneOf('theme', choices.theme, defaults.theme),
    language: oneOf('language', choices.language, defaults.language),
    accent: oneOf('accent', choices.accent, defaults.accent),
    density: oneOf('density', choices.density, defaults.density),
    readerTheme: oneOf('readerTheme', choices.readerTheme, defaults.readerTheme),
    readerFace: oneOf('readerFace', choices.readerFace, defaults.readerFace),
    readerSize: within('readerSize', readerSizes.smallest, readerSizes.largest, defaults.readerSize),
    readerMeasure: within(
      'readerMeasure',
      readerMeasures.narrowest,
      readerMeasures.widest,
      defaults.readerMeasure,
    ),
    readerColours: oneOf('readerColours', choices.readerColours, defaults.readerColours),
    feedSchedule: oneOf('feedSchedule', choices.feedSchedule, defaults.feedSchedule),
    railCollapsed: given['railCollapsed'] === true,
    coderName: typeof given['coderName'] === 'string' ? given['coderName'].trim().slice(0, 200) : '',
    cardMore: given['cardMore'] === true,
  }
}

let current = parsePreferences(readStored('preferences'))
const listeners = new Set<() => void>()

export const preferences = {
  get: (): Preferences => current,
  set(change: Partial<Preferences>): void {
    current = parsePreferences({ ...current, ...change })
    writeStored('preferences', current)
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}

/** The preferences, and a way to change some of them. Every window of this machine follows. */
export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  return [useSyncExternalStore(preferences.subscribe, preferences.get), preferences.set]
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key }) => {
    if (key !== 'aide-memoire.preferences') return
    current = parsePreferences(readStored('preferences'))
    for (const listener of listeners) listener()
  })
}
