import type { ArticleNodeJson } from '#shared/document/parse-document.ts'
import type { Random } from './random.ts'
import type { Language, Vocabulary } from './words.ts'

export interface Page {
  blocks: ArticleNodeJson[]
  /** The plain text of the article document that has these blocks. */
  text: string
  /** The page it would have been clipped from. */
  html: string
}

export interface GeneratedText extends Page {
  wordCount: number
  /** Where each sentence stands in the text, [start, end). */
  sentences: [start: number, end: number][]
}

/** Paragraphs of three to six sentences, a heading now and then, until there are at least `words` words. */
export function writeText(
  random: Random,
  vocabulary: Vocabulary,
  { language, title, words }: { language: Language; title: string; words: number },
): GeneratedText {
  const blocks: ArticleNodeJson[] = []
  const sentences: GeneratedText['sentences'] = []
  let length = 0
  let wordCount = 0
  const dir = language === 'ar' ? { dir: 'rtl' } : { dir: null }
  const add = (type: 'paragraph' | 'heading', text: string) => {
    const attrs = type === 'heading' ? { level: 2, ...dir } : dir
    blocks.push({ type, attrs, content: [{ type: 'text', text }] })
    length += text.length + 1
  }
  while (wordCount < words) {
    if (blocks.length > 0 && random.chance(0.12)) {
      const heading = writeWords(random, vocabulary, random.between(3, 7))
      wordCount += heading.length
      add('heading', sentenceCase(heading.join(' ')))
    }
    let paragraph = ''
    for (let left = random.between(3, 6); left > 0; left--) {
      const written = writeWords(random, vocabulary, random.between(8, 24))
      wordCount += written.length
      if (paragraph !== '') paragraph += ' '
      const start = length + paragraph.length
      paragraph += `${sentenceCase(punctuated(random, written))}.`
      sentences.push([start, length + paragraph.length])
    }
    add('paragraph', paragraph)
  }
  return { ...pageOf(blocks, language, title), wordCount, sentences }
}

/** The page made of these paragraphs and headings. */
export function pageOf(blocks: ArticleNodeJson[], language: Language, title: string): Page {
  const texts = blocks.map((block) => block.content?.[0]?.text ?? '')
  const body = texts.map((text, index) =>
    blocks[index]?.type === 'heading' ? `<h2>${text}</h2>` : `<p>${text}</p>`,
  )
  const head = `<html lang="${language}"><head><title>${title}</title></head>`
  return {
    blocks,
    text: texts.join('\n'),
    html: `<!doctype html>${head}<body><article>${body.join('\n')}</article></body></html>`,
  }
}

export function writeTitle(random: Random, vocabulary: Vocabulary): string {
  return sentenceCase(writeWords(random, vocabulary, random.between(4, 11)).join(' '))
}

function writeWords(random: Random, vocabulary: Vocabulary, count: number): string[] {
  return Array.from({ length: count }, () => vocabulary.word(random))
}

function punctuated(random: Random, words: string[]): string {
  const comma = words.length > 12 ? random.between(4, 8) : -1
  return words.map((word, index) => (index === comma ? `${word},` : word)).join(' ')
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
