import { type Colour, contrast, mix } from '../ui/contrast.ts'

/** What lies under the accent, or on it, in either theme: the tokens `--surface-page`, `--surface-raised`, `--text-on-accent`. */
const schemes = {
  light: { away: '#000000', page: '#faf8f4', raised: '#ffffff', onAccent: '#ffffff', tint: 0.11 },
  dark: { away: '#ffffff', page: '#1b1c1f', raised: '#24262a', onAccent: '#0f1520', tint: 0.2 },
} as const
/** WCAG 2.2 asks 4.5 of text; a little more, for what is hovered or rounded. */
const enough = 4.8

/**
 * The accent's tokens made of any colour: made darker for the light theme and lighter for the dark one until text can be read
 * in it, on it, and on its own tint. A grey stays a grey.
 */
export function accentTokens(colour: Colour): Record<string, string> {
  const light = shadesOf(colour, schemes.light)
  const dark = shadesOf(colour, schemes.dark)
  const both = (name: keyof typeof light) => `light-dark(${light[name]}, ${dark[name]})`
  return {
    '--accent': both('plain'),
    '--accent-hover': both('hover'),
    '--accent-text': both('plain'),
    '--accent-soft': both('soft'),
    '--focus': both('plain'),
  }
}

function shadesOf(
  colour: Colour,
  { away, page, raised, onAccent, tint }: (typeof schemes)[keyof typeof schemes],
) {
  const soft = mix(page, colour, tint)
  let plain = colour
  for (let share = 0; share < 1; share += 0.02) {
    plain = mix(colour, away, share)
    if ([page, raised, soft, onAccent].every((other) => contrast(plain, other) >= enough)) break
  }
  return { plain, hover: mix(plain, away, 0.18), soft }
}
