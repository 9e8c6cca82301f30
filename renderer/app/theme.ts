import { preferences } from './preferences.ts'

const systemDark = () => window.matchMedia('(prefers-color-scheme: dark)')

/** The theme on screen now, whatever chose it. */
export function currentTheme(): 'light' | 'dark' {
  const { theme } = preferences.get()
  return theme === 'system' ? (systemDark().matches ? 'dark' : 'light') : theme
}

/** Turns to the other theme, and back to the system's where that is the same. */
export function toggleTheme(): void {
  const next = currentTheme() === 'dark' ? 'light' : 'dark'
  preferences.set({ theme: systemDark().matches === (next === 'dark') ? 'system' : next })
}

/** Keeps theme and density of the page as they are set. Call once, before the first render. */
export function applyTheme(): void {
  const apply = () => {
    const { theme, density } = preferences.get()
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset['theme']
    else dataset['theme'] = theme
    dataset['density'] = density
  }
  apply()
  preferences.subscribe(apply)
}
