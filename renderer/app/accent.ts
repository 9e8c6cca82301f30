import { accentTokens } from './accent-tokens.ts'
import { preferences } from './preferences.ts'

let colour: string | null = null

/** The system's accent, as the desktop shell tells it; elsewhere there is none. */
export const systemAccent = {
  set(next: string | null): void {
    colour = next
    applyAccent()
  },
}

const names = Object.keys(accentTokens('#000000'))

/** Gives the page the system's accent, or its own again. Call once, to follow what is set. */
export function followAccent(): void {
  preferences.subscribe(applyAccent)
}

function applyAccent(): void {
  const { style } = document.documentElement
  const tokens = colour === null || preferences.get().accent === 'app' ? {} : accentTokens(colour)
  for (const name of names) style.setProperty(name, tokens[name] ?? '')
}
