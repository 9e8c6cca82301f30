import { wordsOfMarkdown } from './marked-passages.ts'
import type { SavedQuote } from './saved-links.ts'
import { noteOf } from './words.ts'

interface ReadHighlights {
  quotes: SavedQuote[]
  /** What was noted on the article as a whole, as Markdown. */
  note: string | undefined
}

/**
 * Omnivore's page of highlights: each a quotation (`> …`, whose further lines need no mark), then its labels (`#one #two`) and
 * what was noted on it, with empty lines between. What stands before the first is a note on the article.
 */
export function readHighlights(markdown: string): ReadHighlights {
  const quotes: (SavedQuote & { tags: string[] })[] = []
  const before: string[] = []
  for (const block of markdown.split(/\n[ \t]*\n/)) {
    const text = block.trim()
    const last = quotes.at(-1)
    if (text === '') continue
    if (/^>/.test(text)) {
      const exact = wordsOfMarkdown(text.replaceAll(/^>[ \t]?/gm, ''))
      if (exact !== '') quotes.push({ exact, tags: [] })
    } else if (last === undefined) before.push(text)
    else if (last.note === undefined && last.tags.length === 0 && isLabels(text))
      last.tags = text.split(/(?:^|\s)#(?=\S)/).flatMap((label) => label.trim() || [])
    else last.note = noteOf(last.note, text)
  }
  return { quotes, note: noteOf(...before) }
}

const isLabels = (text: string) => /^#\S/.test(text) && !text.includes('\n')
