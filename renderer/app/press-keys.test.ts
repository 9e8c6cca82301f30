import { expect, test } from 'vitest'
import { menuKeys } from '../../shared/desktop/menu-keys.ts'
import { matchesChord, parseChords } from '../ui/shortcuts/chord.ts'
import { pressesOf } from './press-keys.ts'

test.each([true, false])('what the menu presses is what the shortcut listens to (Apple: %s)', (apple) => {
  for (const [chord] of Object.values(menuKeys)) {
    const presses = pressesOf(chord, apple)
    expect(presses).toHaveLength(parseChords(chord).length)
    parseChords(chord).forEach((part, index) => {
      const press = { code: '', ...presses[index] } as Parameters<typeof matchesChord>[1]
      expect(matchesChord(part, press, apple), chord).toBe(true)
    })
  }
})
