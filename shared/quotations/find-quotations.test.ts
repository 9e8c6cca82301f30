import { describe, expect, test } from 'vitest'
import { markedArticles, readMarked } from '../../tests/fixtures/quotations.ts'
import { findQuotations } from './find-quotations.ts'

describe.each(markedArticles.map(readMarked))(
  'the sample article $id',
  ({ text, lang, quotations, others }) => {
    const found = findQuotations(text, lang).filter(({ kind }) => kind !== 'indirect')

    test('gives up every quotation, with whoever the article names for it', () => {
      const wanted = quotations.map(({ start, end, speaker }) => `${speaker}: ${text.slice(start, end)}`)
      expect(found.map(({ speaker, exact }) => `${speaker}: ${exact}`)).toEqual(wanted)
    })

    test('keeps its titles and scare quotes', () => {
      for (const { start, end } of others) {
        expect(found.some((quotation) => quotation.start < end && quotation.end > start)).toBe(false)
      }
    })
  },
)
