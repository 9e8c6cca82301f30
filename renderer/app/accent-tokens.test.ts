import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from '../ui/contrast.ts'
import { accentTokens } from './accent-tokens.ts'

const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8')

/** A token as it is in either theme. */
function pairOf(text: string): [light: string, dark: string] {
  const [, light = '', dark = ''] = /light-dark\((#\w{6}), (#\w{6})\)/.exec(text) ?? []
  return [light, dark]
}
const token = (name: string) => pairOf(new RegExp(`${name}: (light-dark[^;]+);`).exec(css)?.[1] ?? '')

const colours = [0, 51, 102, 153, 204, 255].flatMap((r, _, steps) =>
  steps.flatMap((g) =>
    steps.map((b) => `#${[r, g, b].map((v) => v.toString(16).padStart(2, '0')).join('')}`),
  ),
)

test('whatever colour the system has, text can be read in the accent, on it and on its tint', () => {
  const [page, raised, onAccent] = ['--surface-page', '--surface-raised', '--text-on-accent'].map(token)
  for (const colour of colours) {
    const made = accentTokens(colour)
    const [accent, hover, soft] = ['--accent', '--accent-hover', '--accent-soft'].map((name) =>
      pairOf(made[name] ?? ''),
    )
    for (const scheme of [0, 1] as const) {
      const pairs = [
        [accent, page],
        [accent, raised],
        [accent, soft],
        [accent, onAccent],
        [hover, onAccent],
      ]
      for (const [one, other] of pairs)
        expect(
          contrast(one?.[scheme] ?? '', other?.[scheme] ?? ''),
          `${colour} ${scheme}`,
        ).toBeGreaterThanOrEqual(4.5)
    }
  }
})

test('a colour that is dark enough is the accent of the light theme as it is', () => {
  expect(pairOf(accentTokens('#1f3f70')['--accent'] ?? '')[0]).toBe('#1f3f70')
})
