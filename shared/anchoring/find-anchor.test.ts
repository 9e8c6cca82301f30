import { describe, expect, it } from 'vitest'
import { findAnchor } from './find-anchor.ts'
import { randomly } from './random.fixture.ts'
import { describeRange, type Selectors } from './selectors.ts'

const report =
  'The parties met in Geneva on Monday. Norway said the ceiling was too low. Nobody else spoke before lunch. ' +
  'In the afternoon the chair proposed a new text on fisheries subsidies. Norway asked for more time.'

function quote(text: string, exact: string, from = 0): Selectors {
  const start = text.indexOf(exact, from)
  return describeRange(text, start, start + exact.length)
}

/** The text found, and how. */
function find(text: string, selectors: Selectors): string {
  const anchor = findAnchor(text, selectors)
  return 'lost' in anchor ? 'lost' : `${anchor.how}: ${text.slice(anchor.start, anchor.end)}`
}

describe('a quote that still stands word for word', () => {
  it('is found at its place, also at the very start and end of the text', () => {
    for (const exact of ['The parties met', 'Nobody else spoke', 'Norway asked for more time.', report]) {
      expect(find(report, quote(report, exact))).toBe(`position: ${exact}`)
    }
  })

  it('is found elsewhere when text was put in before it', () => {
    const later = `An editor's note. ${report}`
    expect(find(later, quote(report, 'Norway said the ceiling was too low.'))).toBe(
      'quote: Norway said the ceiling was too low.',
    )
  })

  it('is told from the same words elsewhere by its context', () => {
    const text = 'Ukraine: agreed. Moldova: agreed. Georgia: agreed.'
    const selectors = quote(text, 'agreed', text.indexOf('Moldova'))
    const later = `Armenia: agreed. Georgia: agreed. Moldova: agreed. Ukraine: agreed.`
    const anchor = findAnchor(later, selectors)
    expect(anchor).toMatchObject({ start: later.indexOf('agreed', later.indexOf('Moldova')) })
  })

  it('is not taken at its old place when other words with its context stand elsewhere', () => {
    const selectors = quote('First reading: yes. Second reading: yes.', 'yes', 20)
    const later = 'A note. The answer to the first was yes. Second reading: yes.'
    const moved = { ...selectors, start: later.indexOf('yes'), end: later.indexOf('yes') + 3 }
    expect(findAnchor(later, moved)).toMatchObject({ start: later.lastIndexOf('yes') })
  })

  it('is told from its repetitions by its old place where the context is the same too', () => {
    const line = 'The same sentence stands here again and again in this text, word for word. '
    const text = line.repeat(9)
    const start = line.length * 4
    const selectors = describeRange(text, start, start + line.length)
    expect(findAnchor(`New. ${text}`, selectors)).toMatchObject({ start: start + 5 })
  })
})

describe('a quote that was only set differently', () => {
  const german = 'Der Minister sagte: „Wir werden – wie vereinbart – im Mai zustimmen.“ Danach ging er.'
  const selectors = quote(german, '„Wir werden – wie vereinbart – im Mai zustimmen.“')

  it('is found with straight quotation marks and hyphens', () => {
    const later = german.replace(/[„“]/g, '"').replaceAll('–', '-')
    expect(find(later, selectors)).toBe('quote: "Wir werden - wie vereinbart - im Mai zustimmen."')
  })

  it('is found with line breaks, no-break spaces and soft hyphens', () => {
    const later = german.replaceAll(' ', '\u00a0\n').replace('vereinbart', 'verein\u00adbart')
    const anchor = findAnchor(later, selectors)
    expect(anchor).toMatchObject({ how: 'quote', start: later.indexOf('„'), end: later.indexOf('“') + 1 })
  })

  it('is found in French with narrow no-break spaces inside the guillemets', () => {
    const french = 'Il a répété : « Nous ne signerons pas ce texte en l’état. » Puis il est parti.'
    const later = french.replaceAll('« ', '«\u202f').replaceAll(' »', '\u202f»').replaceAll('’', "'")
    expect(find(later, quote(french, '« Nous ne signerons pas ce texte en l’état. »'))).toBe(
      "quote: «\u202fNous ne signerons pas ce texte en l'état.\u202f»",
    )
  })

  it('is found where letters were decomposed', () => {
    const ukrainian = 'Посол заявив, що Київ підтримує її без жодних умов. Голосування відклали.'
    const later = ukrainian.normalize('NFD')
    expect(find(later, quote(ukrainian, 'Київ підтримує її без жодних умов'))).toBe(
      `quote: ${'Київ підтримує її без жодних умов'.normalize('NFD')}`,
    )
  })
})

describe('a quote whose words were edited', () => {
  it.each([
    [
      'English',
      report,
      'the chair proposed a new text on fisheries subsidies.',
      report.replace('proposed a new text', 'put forward another text'),
      'the chair put forward another text on fisheries subsidies.',
    ],
    [
      'Ukrainian',
      'Після перерви слово взяла Польща. Польща виступає проти скорочення квот на оселедець у 2026 році. Інші мовчали.',
      'Польща виступає проти скорочення квот на оселедець у 2026 році.',
      'Після короткої перерви слово взяла Польща. Польща виступила проти будь-якого скорочення квот на оселедець. Інші мовчали.',
      'Польща виступила проти будь-якого скорочення квот на оселедець.',
    ],
    [
      'Russian',
      'Заседание открыл председатель. Он подчеркнул, что мандат делегации остаётся неизменным до осени. Затем объявили перерыв.',
      'Он подчеркнул, что мандат делегации остаётся неизменным до осени.',
      'Заседание открыл председатель. Он ещё раз подчеркнул, что мандат делегации останется неизменным до зимы. Затем объявили перерыв.',
      'Он ещё раз подчеркнул, что мандат делегации останется неизменным до зимы.',
    ],
    [
      'with emoji inside',
      'Start. The 🤝 was agreed by all of the parties in Oslo last week. End.',
      'The 🤝 was agreed by all of the parties in Oslo last week.',
      'Start. The 🤝🎉 was agreed by both of the parties in Oslo this week. End.',
      'The 🤝🎉 was agreed by both of the parties in Oslo this week.',
    ],
  ])('is found with the bounds of the edited sentence (%s)', (_, text, exact, later, expected) => {
    expect(find(later, quote(text, exact))).toBe(`approximate: ${expected}`)
  })

  it('is found through slips in almost every word', () => {
    const later = report.replace('Nobody else spoke before lunch', 'Nobdoy elze spoek befroe luhcn')
    expect(find(later, quote(report, 'Nobody else spoke before lunch'))).toBe(
      'approximate: Nobdoy elze spoek befroe luhcn',
    )
  })

  it('begins at the first word that stayed, where a changed one before it lost its neighbour', () => {
    const exact = 'Sie sollten die Quoten für Hering noch vor dem Winter senken.'
    const text = `Er sprach zuletzt. ${exact} Danach ging er.`
    const later = text.replace('Sie sollten die', 'Du solltest bitte endlich die')
    expect(find(later, quote(text, exact))).toBe(
      'approximate: die Quoten für Hering noch vor dem Winter senken.',
    )
  })
})

describe('a quote that is gone', () => {
  it('is lost when its sentence was deleted', () => {
    const exact = 'Norway said the ceiling was too low.'
    expect(find(report.replace(exact, ''), quote(report, exact))).toBe('lost')
  })

  it('is lost when it began or ended the text and a sentence much like it stands elsewhere', () => {
    const begin = 'Norway rejected the ceiling on fuel subsidies in all of its waters.'
    const end = 'Iceland rejected the ceiling on feed subsidies in all of its waters.'
    const text = `${begin} The chair then called a break of two hours. ${end}`
    expect(find(text.replace(`${begin} `, ''), quote(text, begin))).toBe('lost')
    expect(find(text.replace(` ${end}`, ''), quote(text, end))).toBe('lost')
  })

  it('is lost when another sentence took its place', () => {
    const exact = 'In the afternoon the chair proposed a new text on fisheries subsidies.'
    const later = report.replace(exact, 'Delegates left early because of the heavy snow that fell.')
    expect(find(later, quote(report, exact))).toBe('lost')
  })

  it('is lost in an empty text, in a blank one and in an unrelated one', () => {
    const selectors = quote(report, 'Norway said the ceiling was too low.')
    for (const text of ['', ' \n\n ', 'Рибні субсидії обговорять восени.'])
      expect(find(text, selectors)).toBe('lost')
  })

  it('is lost when it is a short word found only in other contexts', () => {
    const text = 'Will you sign? Yes. And the annex?'
    expect(find('Yes is a short word that may stand anywhere at all.', quote(text, 'Yes.'))).toBe('lost')
  })
})

describe('a quote after random edits', () => {
  const random = randomly(2026)
  const syllables = ['ra', 'мо', 'ні', 'лю', 'schä', 'tré', 'o', 'ки', 'ver', 'ß', 'ё', 'пра', 'ti', 'ung']
  const word = () => Array.from({ length: 1 + random.below(4) }, () => random.pick(syllables)).join('')
  const sentence = () => `${Array.from({ length: 6 + random.below(10) }, word).join(' ')}.`

  it('is found word for word, whatever sentences came or went around it', () => {
    for (let round = 0; round < 200; round++) {
      const sentences = Array.from({ length: 12 }, sentence)
      const chosen = random.pick(sentences)
      const later = sentences.flatMap((one) => {
        if (one === chosen) return [one]
        return random.pick([[], [one], [one], [sentence(), one]])
      })
      expect(find(later.join(' '), quote(sentences.join(' '), chosen))).toMatch(
        new RegExp(`^(position|quote): ${chosen}$`),
      )
    }
  })

  it('is found whole when a few of its inner words were exchanged, put in or left out', () => {
    const missed: string[] = []
    for (let round = 0; round < 200; round++) {
      const sentences = Array.from({ length: 12 }, sentence)
      const chosen = random.pick(sentences)
      const words = chosen.split(' ')
      const at = 1 + random.below(words.length - 2)
      const edited = words
        .toSpliced(at, random.below(2), ...random.pick([[], [word()], [word(), word()]]))
        .join(' ')
      const later = [sentence(), ...sentences.map((one) => (one === chosen ? edited : one))].join(' ')
      const found = find(later, quote(sentences.join(' '), chosen))
      if (!found.endsWith(`: ${edited}`)) missed.push(`${edited} -> ${found}`)
    }
    expect(missed).toEqual([])
  })

  it('lies within the text and never throws, whatever the selectors say', () => {
    const pieces = [
      'a',
      ' ',
      '\u0301',
      '🤝',
      '\ud83e',
      '…',
      '«',
      '\u00ad',
      '\n',
      '谈',
      'ﬁ',
      '.',
      'quote',
      '\u200d',
    ]
    const text = () => Array.from({ length: random.below(30) }, () => random.pick(pieces)).join('')
    for (let round = 0; round < 2000; round++) {
      const start = random.below(40)
      const selectors = {
        exact: text(),
        prefix: text(),
        suffix: text(),
        start,
        end: start + random.below(10),
      }
      const later = text() + (random.below(2) ? selectors.exact : '') + text()
      const anchor = findAnchor(later, selectors)
      if ('lost' in anchor) continue
      expect(anchor.start).toBeLessThan(anchor.end)
      expect(anchor.end).toBeLessThanOrEqual(later.length)
      expect(anchor.score).toBeGreaterThan(0)
      expect(anchor.score).toBeLessThanOrEqual(1)
    }
  })
})

describe('a text made to take long', () => {
  it.each([
    ['one letter', 'a'.repeat(200_000), `${'a'.repeat(300)}b`],
    ['two words', 'a b '.repeat(50_000), `${'a b '.repeat(60)}c a b`],
    [
      'one sentence',
      'The same sentence stands here. '.repeat(8000),
      'The same sentences stood there. And on it went.',
    ],
  ])('is searched in bounded time (%s)', (_, text, exact) => {
    const from = performance.now()
    findAnchor(text, {
      exact,
      prefix: text.slice(0, 40),
      suffix: text.slice(0, 40),
      start: 90_000,
      end: 90_000 + exact.length,
    })
    expect(performance.now() - from).toBeLessThan(3000)
  })
})
