import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from './contrast.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

type Scheme = 'light' | 'dark'

/** Every token of a block that is a plain colour, as written for light and for dark. */
function coloursOf(block: string): Map<string, Record<Scheme, string>> {
  const found = block.matchAll(/(--[\w-]+):\s*(?:light-dark\((#\w{6}),\s*(#\w{6})\)|(#\w{6}));/g)
  return new Map(
    [...found].map(([, name = '', light, dark, both = '']) => [
      name,
      { light: light ?? both, dark: dark ?? both },
    ]),
  )
}

function blockAfter(selector: string): string {
  const start = css.indexOf(`${selector} {`)
  return css.slice(start, css.indexOf('\n}', start))
}

const root = coloursOf(blockAfter(':root'))
for (const [, name = '', other = ''] of blockAfter(':root').matchAll(/(--[\w-]+): var\((--[\w-]+)\);/g)) {
  const colour = root.get(other)
  if (colour !== undefined) root.set(name, colour)
}
const sepia = new Map([...root, ...coloursOf(blockAfter('[data-reader-theme="sepia"]'))])

/** The pairs of a palette that are nearer than `least` to each other, with their contrast. */
function tooClose(
  palette: Map<string, Record<Scheme, string>>,
  schemes: readonly Scheme[],
  pairs: readonly (readonly [ink: string, paper: string])[],
  least: number,
): string[] {
  return schemes.flatMap((scheme) =>
    pairs.flatMap(([ink, paper]) => {
      const [one, other] = [palette.get(ink)?.[scheme], palette.get(paper)?.[scheme]]
      if (one === undefined || other === undefined) return [`${ink} or ${paper} is no colour`]
      const ratio = contrast(one, other)
      return ratio >= least ? [] : [`${scheme}: ${ink} on ${paper} is ${ratio.toFixed(2)}`]
    }),
  )
}

const across = (inks: readonly string[], papers: readonly string[]) =>
  inks.flatMap((ink) => papers.map((paper) => [ink, paper] as const))

const surfaces = ['window', 'page', 'raised', 'sunken', 'hover'].map((name) => `--surface-${name}`)
const stances = ['supports', 'opposes', 'conditional', 'neutral'].map((name) => `--stance-${name}`)
const topics = Array.from({ length: 10 }, (_, index) => `--topic-${index + 1}`)

const textPairs = [
  ...across(['--text', '--text-muted', '--text-faint'], surfaces),
  ...across(['--text', '--text-muted'], ['--surface-active', '--surface-selected']),
  ...across(['--accent-text', '--danger-text'], ['--surface-page', '--surface-raised']),
  ['--text-on-accent', '--accent'],
  ['--text-on-accent', '--accent-hover'],
  ['--text-on-danger', '--danger'],
  ['--text-on-danger', '--danger-hover'],
  ['--text-on-tooltip', '--surface-tooltip'],
  ['--accent-text', '--accent-soft'],
  ['--danger-text', '--danger-soft'],
  ['--warning-text', '--warning-soft'],
  ['--success-text', '--success-soft'],
  ['--mark-text', '--mark'],
  ...[...stances, ...topics].map((name) => [name, `${name}-soft`] as const),
  ...across([...stances, ...topics], ['--surface-page', '--surface-raised']),
  ...across(['--reader-ink', '--reader-ink-muted'], ['--reader-paper']),
  ...across(
    ['--reader-ink'],
    stances.map((name) => `${name}-soft`),
  ),
] as const

const controlPairs = across(['--border-control', '--focus'], ['--surface-page', '--surface-raised'])

test('every ink can be read on every paper it meets, in both themes (WCAG 2.2: 4.5 to 1)', () => {
  expect(tooClose(root, ['light', 'dark'], textPairs, 4.5)).toEqual([])
})

test('the line that alone shows a control, and the focus ring, stand out (WCAG 2.2: 3 to 1)', () => {
  expect(tooClose(root, ['light', 'dark'], controlPairs, 3)).toEqual([])
})

test('sepia reads as well as the themes do', () => {
  const pairs = textPairs.filter(([ink]) =>
    /^--(?:text(?:-muted|-faint)?|reader-.*|stance-.*|accent-text)$/.test(ink),
  )
  const papers = new Set([
    '--surface-page',
    '--surface-raised',
    '--surface-hover',
    '--surface-active',
    '--reader-paper',
  ])
  expect(
    tooClose(
      sepia,
      ['light'],
      pairs.filter(([, paper]) => papers.has(paper)),
      4.5,
    ),
  ).toEqual([])
  expect(tooClose(sepia, ['light'], controlPairs, 3)).toEqual([])
})
