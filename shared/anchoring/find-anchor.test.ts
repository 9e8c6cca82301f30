import { describe, expect, it } from 'vitest'
import { findAnchor } from './find-anchor.ts'
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
})

describe('a quote that is gone', () => {
  it('is lost when its sentence was deleted', () => {
    const exact = 'Norway said the ceiling was too low.'
    expect(find(report.replace(exact, ''), quote(report, exact))).toBe('lost')
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
