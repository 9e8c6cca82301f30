import { type ArticleNodeJson, parseArticleDocument } from '#shared/document/parse-document.ts'
import { documentText } from '#shared/document/plain-text.ts'
import { AppError } from '#shared/util/app-error.ts'
import { directed } from '../../../capture/text-direction.ts'

const charactersAtMost = 20_000_000
const linesAtMost = 200_000

export interface ExactText {
  document: ArticleNodeJson
  text: string
}

/**
 * The characters that a document can hold: a NUL and half a surrogate pair become a replacement character, which is as long, so
 * that offsets count the same.
 */
export function keptText(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed()
}

/**
 * A text as a document whose plain text is `keptText` of exactly these words: every line a paragraph, an empty one too, nothing
 * trimmed or joined.
 *
 * @throws AppError `import-too-large`
 */
export function exactText(given: string): ExactText {
  const lines = given.length > charactersAtMost ? null : keptText(given).split('\n')
  if (lines === null || lines.length > linesAtMost) {
    throw new AppError(
      'import-too-large',
      'The file has a text that is longer than an article may be.',
      'Nothing was changed. Split that text, and import the parts.',
    )
  }
  const document = parseArticleDocument({
    type: 'doc',
    content: lines.map((line) => {
      if (line === '') return { type: 'paragraph' }
      const content = [{ type: 'text', text: line }]
      return { type: 'paragraph', ...directed(content, null), content }
    }),
  })
  return { document: document.toJSON() as ArticleNodeJson, text: documentText(document) }
}
