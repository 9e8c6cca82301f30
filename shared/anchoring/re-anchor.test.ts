import { describe, expect, it } from 'vitest'
import { randomly } from './random.fixture.ts'
import { reanchor } from './re-anchor.ts'
import { describeRange, type Selectors } from './selectors.ts'

const minutes = [
  'Відкрила засідання голова комітету. Україна підтвердила свою позицію щодо квот.',
  'La France a demandé un délai supplémentaire. Aucune décision n’a été prise ce jour-là.',
  'Die Bundesregierung lehnt die vorgeschlagene Obergrenze ab. Sie kündigte einen eigenen Entwurf an.',
  'Япония поддержала компромисс. Остальные участники обещали ответить письменно.',
  'Norway supports the cap. The chair closed the meeting at six.',
].join('\n\n')

function quote(text: string, exact: string): Selectors {
  const start = text.indexOf(exact)
  return describeRange(text, start, start + exact.length)
}

function verdict(oldText: string, newText: string, exact: string): string {
  const [one] = reanchor(oldText, newText, [quote(oldText, exact)])
  if (!one?.anchor) return 'lost'
  return `${one.outcome}: ${newText.slice(one.anchor.start, one.anchor.end)}`
}

describe('reanchor', () => {
  it('calls a quote the same where its words kept their place, however much was put before them', () => {
    const later = `Виправлено редакцією.\n\n${minutes}`
    const exact = 'Die Bundesregierung lehnt die vorgeschlagene Obergrenze ab.'
    expect(verdict(minutes, minutes, exact)).toBe(`same: ${exact}`)
    expect(verdict(minutes, later, exact)).toBe(`same: ${exact}`)
  })

  it('calls it the same where only the typesetting changed', () => {
    const later = minutes.replaceAll(' ', '\u00a0').replaceAll('’', "'")
    expect(verdict(minutes, later, 'Aucune décision n’a été prise ce jour-là.')).toBe(
      "same: Aucune\u00a0décision\u00a0n'a\u00a0été\u00a0prise\u00a0ce\u00a0jour-là.",
    )
  })

  it('keeps a quote that begins and ends inside a word', () => {
    const later = `Neu. ${minutes}`
    expect(verdict(minutes, later, 'regierung lehnt die vorgeschlagene Ober')).toBe(
      'same: regierung lehnt die vorgeschlagene Ober',
    )
  })

  it('calls it moved where its paragraph stands elsewhere now', () => {
    const [first, second, ...rest] = minutes.split('\n\n')
    const later = [...rest, second, first].join('\n\n')
    expect(verdict(minutes, later, 'Україна підтвердила свою позицію щодо квот.')).toBe(
      'moved: Україна підтвердила свою позицію щодо квот.',
    )
  })

  it('calls it changed where its words were edited', () => {
    const later = minutes.replace('поддержала компромисс', 'поддержала предложенный компромисс')
    expect(verdict(minutes, later, 'Япония поддержала компромисс.')).toBe(
      'changed: Япония поддержала предложенный компромисс.',
    )
    expect(
      verdict(
        minutes,
        minutes.replace('kündigte einen eigenen Entwurf an', 'kündigt eigene Vorschläge an'),
        'Sie kündigte einen eigenen Entwurf an.',
      ),
    ).toBe('changed: Sie kündigt eigene Vorschläge an.')
  })

  it('calls it lost where its sentence is gone', () => {
    const exact = 'Остальные участники обещали ответить письменно.'
    expect(verdict(minutes, minutes.replace(exact, ''), exact)).toBe('lost')
    expect(verdict(minutes, '', exact)).toBe('lost')
  })

  it('does not take a look-alike that was there all along for a deleted quote', () => {
    const text =
      'Norway supports the cap on catches. A pause followed. Iceland supports the cap on catches. All rose.'
    expect(
      verdict(
        text,
        text.replace('Norway supports the cap on catches. ', ''),
        'Norway supports the cap on catches.',
      ),
    ).toBe('lost')
    const twice = 'It was agreed by all. Then tea was served. It was agreed by all. Then they left.'
    const once = twice.slice('It was agreed by all. '.length)
    expect(verdict(twice, once, 'It was agreed by all.')).toBe('lost')
  })

  it('keeps each of several repetitions in its own place', () => {
    const line = 'The delegate repeated the same words. '
    const oldText = line.repeat(6)
    const newText = `Before. ${line.repeat(3)}In the middle. ${line.repeat(3)}`
    const quotes = [0, 2, 3, 5].map((number) =>
      describeRange(oldText, number * line.length, (number + 1) * line.length),
    )
    const starts = reanchor(oldText, newText, quotes).map(({ anchor }) => anchor?.start)
    const shift = 'Before. '.length
    const middle = shift + 'In the middle. '.length
    expect(starts).toEqual([
      shift,
      2 * line.length + shift,
      3 * line.length + middle,
      5 * line.length + middle,
    ])
  })

  it('still finds a quote whose offsets do not fit the old text', () => {
    const selectors = { ...quote(minutes, 'Norway supports the cap.'), start: 0, end: 24 }
    expect(reanchor(minutes, `Note. ${minutes}`, [selectors])[0]).toMatchObject({ outcome: 'same' })
  })

  it('answers for every quote, in order, and for none', () => {
    expect(reanchor(minutes, '', [])).toEqual([])
    const quotes = ['Norway supports', 'La France a demandé'].map((exact) => quote(minutes, exact))
    expect(reanchor(minutes, 'La France a demandé un délai.', quotes).map(({ outcome }) => outcome)).toEqual([
      'lost',
      'same',
    ])
  })

  it('finds every sentence that was kept and loses those that went, when whole sentences come and go', () => {
    const random = randomly(11)
    const syllables = ['ta', 'ne', 'ро', 'ви', 'schu', 'él', 'ko', 'ми', 'да', 'ßen', 'ï', 'mur', 'si', 'ой']
    const word = () => Array.from({ length: 1 + random.below(3) }, () => random.pick(syllables)).join('')
    const write = () => `${Array.from({ length: 5 + random.below(9) }, word).join(' ')}.`
    const mistakes: string[] = []
    for (let round = 0; round < 40; round++) {
      const sentences = Array.from({ length: 25 }, write)
      const oldText = sentences.join(' ')
      const kept = sentences.filter(() => random.below(5) > 0)
      const newText = kept
        .flatMap((sentence) => (random.below(6) ? [sentence] : [write(), sentence]))
        .join(' ')
      const quotes = sentences.map((sentence) => quote(oldText, sentence))
      for (const [number, { anchor }] of reanchor(oldText, newText, quotes).entries()) {
        const sentence = sentences[number] ?? ''
        const found = anchor ? newText.slice(anchor.start, anchor.end) : 'lost'
        if (found !== (kept.includes(sentence) ? sentence : 'lost')) mistakes.push(`${sentence} -> ${found}`)
      }
    }
    expect(mistakes).toEqual([])
  })
})
