import { type Chord, type KeyPress, matchesChord, parseChords } from './chord.ts'

export interface Binding {
  /** Each is a way to say the same: `['Mod+K', 'g k']`. */
  keys: readonly string[]
  /** Answer false to let the next binding of the same keys have it. */
  run(event: KeyboardEvent): unknown
  /** Also while the caret is in a field or an editor. Plain characters must not be. */
  whileTyping?: boolean | undefined
  /** Also while a dialog is open. */
  inDialog?: boolean | undefined
}

/** Where the focus was when the key was pressed. `inDialog` is asked for only where a binding has the key: most keys write text. */
export interface PressPlace {
  typing: boolean
  inDialog: boolean
}

/** The second key of a sequence counts for this long (milliseconds). */
const sequenceTime = 1200

/**
 * Chooses the binding a key press means. Bindings added later win, so a screen may take a key from the frame around it.
 * `press` answers the bindings to try in order, or `'pending'` when the press may begin a sequence.
 */
export function createDispatcher(apple: boolean) {
  const bindings: { binding: Binding; ways: Chord[][] }[] = []
  let begun: KeyPress | null = null
  let begunAt = 0

  return {
    add(binding: Binding): () => void {
      const entry = { binding, ways: binding.keys.map(parseChords) }
      bindings.push(entry)
      return () => {
        const index = bindings.indexOf(entry)
        if (index >= 0) bindings.splice(index, 1)
      }
    },

    press(press: KeyPress, place: PressPlace, now: number): Binding[] | 'pending' {
      if (isModifierAlone(press)) return begun === null ? [] : 'pending'
      const first = begun !== null && now - begunAt <= sequenceTime ? begun : null
      begun = null
      const live = bindings
        .filter(
          ({ binding, ways }) =>
            (binding.whileTyping || !place.typing) &&
            ways.some((way) => way.some((chord) => matchesChord(chord, press, apple))) &&
            (binding.inDialog || !place.inDialog),
        )
        .reverse()
      if (first !== null) {
        const completed = live.filter(({ ways }) =>
          ways.some(
            ([one, two, ...rest]) =>
              one !== undefined &&
              two !== undefined &&
              rest.length === 0 &&
              matchesChord(one, first, apple) &&
              matchesChord(two, press, apple),
          ),
        )
        if (completed.length > 0) return completed.map(({ binding }) => binding)
      }
      const begins = live.some(({ ways }) =>
        ways.some(([one, two]) => one !== undefined && two !== undefined && matchesChord(one, press, apple)),
      )
      if (begins) {
        begun = press
        begunAt = now
        return 'pending'
      }
      return live
        .filter(({ ways }) =>
          ways.some(
            ([one, two]) => one !== undefined && two === undefined && matchesChord(one, press, apple),
          ),
        )
        .map(({ binding }) => binding)
    },
  }
}

function isModifierAlone({ key }: KeyPress): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(key)
}
