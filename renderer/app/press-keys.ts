import { type Chord, parseChords } from '../ui/shortcuts/chord.ts'

/** What a keyboard would say for a chord (`Mod+Shift+F`); for a sequence (`g l`) one press after the other. */
export function pressesOf(text: string, apple: boolean): KeyboardEventInit[] {
  return parseChords(text).map(({ key, mod, alt, shift }: Chord) => ({
    key,
    ctrlKey: mod && !apple,
    metaKey: mod && apple,
    altKey: alt,
    shiftKey: shift ?? false,
    bubbles: true,
    cancelable: true,
  }))
}

/**
 * Does what the keys would do where the focus is, so that a menu and a key never mean two things.
 *
 * @returns whether anybody took the keys
 */
export function pressKeys(text: string, apple: boolean): boolean {
  const target = document.activeElement ?? document.body
  const taken = pressesOf(text, apple).map(
    (init) => !target.dispatchEvent(new KeyboardEvent('keydown', init)),
  )
  return taken.at(-1) ?? false
}
