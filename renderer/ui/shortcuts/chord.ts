/** A key with the modifiers that must be held, and no others. */
export interface Chord {
  /** `KeyboardEvent.key` in lower case (`k`, `arrowdown`, `?`). */
  key: string
  /** Control, or Command on Apple machines. */
  mod: boolean
  alt: boolean
  /** undefined where the character itself says it (`?` needs Shift on some layouts and not on others). */
  shift: boolean | undefined
}

/** What is read of a `KeyboardEvent`. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const modifiers = new Set(['mod', 'alt', 'shift'])
const namedCaps: Record<string, string> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: '↵',
  escape: 'Esc',
  space: 'Space',
  delete: 'Del',
  backspace: '⌫',
  pageup: 'PgUp',
  pagedown: 'PgDn',
}

/** What the physical key types on a US keyboard, for keys that are no letter and no digit. */
const codeCharacters: Record<string, string> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Minus: '-',
  Equal: '=',
  Backquote: '`',
}
const shifted: Record<string, string> = { '/': '?', '.': '>', ',': '<', '=': '+', '-': '_', ';': ':' }

/**
 * Reads `Mod+Shift+K`, `?`, or a sequence of chords parted by blanks (`g l`).
 *
 * @throws RangeError on a chord without a key, or with two
 */
export function parseChords(text: string): Chord[] {
  return text.trim().split(/\s+/).map(parseChord)
}

function parseChord(text: string): Chord {
  const parts = text.toLowerCase().split(/\+(?!$)/)
  const keys = parts.filter((part) => !modifiers.has(part))
  const [key] = keys
  const isOneKey = keys.length === 1 && key !== undefined && /^(?:.|[^+]+)$/.test(key)
  if (!isOneKey) throw new RangeError(`Not a chord: "${text}"`)
  const saysShift = key.length > 1 || /\p{L}|\p{N}/u.test(key)
  return {
    key,
    mod: parts.includes('mod'),
    alt: parts.includes('alt'),
    shift: parts.includes('shift') ? true : saysShift ? false : undefined,
  }
}

/**
 * Whether a key press is this chord. The character counts first; where the layout types another script (Ukrainian,
 * Greek, Arabic), the place of the key on the keyboard counts instead, so the same fingers do the same thing.
 */
export function matchesChord(chord: Chord, press: KeyPress, apple: boolean): boolean {
  const mod = apple ? press.metaKey : press.ctrlKey
  const other = apple ? press.ctrlKey : press.metaKey
  if (mod !== chord.mod || other || press.altKey !== chord.alt) return false
  if (chord.shift !== undefined && chord.shift !== press.shiftKey) return false
  return keysOf(press).includes(chord.key)
}

function keysOf(press: KeyPress): string[] {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase()
  // A Latin letter, a digit or a named key is what it says: on a French keyboard the key at KeyQ is an "a".
  if (/^[a-z0-9]$/.test(key) || key.length > 1) return press.altKey ? [key, characterOf(press)] : [key]
  const isOtherScript = /\p{L}/u.test(key)
  return isOtherScript || press.altKey ? [key, characterOf(press)] : [key]
}

function characterOf({ code, shiftKey }: KeyPress): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1] ?? /^Digit([0-9])$/.exec(code)?.[1]
  if (letter !== undefined) return letter.toLowerCase()
  const character = codeCharacters[code] ?? ''
  return shiftKey ? (shifted[character] ?? character) : character
}

/** The caps to draw for a chord: `['⌘', 'K']` or `['Ctrl', 'K']`; the chords of a sequence follow each other. */
export function keyCaps(text: string, apple: boolean): string[] {
  return parseChords(text).flatMap(({ mod, alt, shift, key }) => [
    ...(mod ? [apple ? '⌘' : 'Ctrl'] : []),
    ...(alt ? [apple ? '⌥' : 'Alt'] : []),
    ...(shift ? [apple ? '⇧' : 'Shift'] : []),
    namedCaps[key] ?? (key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1)),
  ])
}

/** The chord for `aria-keyshortcuts`; empty for sequences, which the attribute cannot say. */
export function ariaChord(text: string, apple: boolean): string {
  const [chord, ...rest] = parseChords(text)
  if (chord === undefined || rest.length > 0) return ''
  const held = [chord.mod && (apple ? 'Meta' : 'Control'), chord.alt && 'Alt', chord.shift && 'Shift']
  return [...held.filter(Boolean), chord.key.length === 1 ? chord.key.toUpperCase() : chord.key].join('+')
}
