import { marked } from 'marked'
import { stripTags } from '../../../capture/strip-tags.ts'

/** Code, which is passed over, or a passage between `==` or in `<mark>`. */
const markOrCode =
  /(?:^|\n)(`{3,}|~{3,})[\s\S]*?(?:\n\1|$)|`[^`\n]+`|==(?=\S)((?:(?!==)[^\n])+?)(?<=\S)==(?!=)|<mark\b[^<>]{0,200}>([\s\S]{1,5000}?)<\/mark>/g

export interface MarkedMarkdown {
  /** The same without the marks. */
  markdown: string
  /** The words of each passage as they read, in order. */
  passages: string[]
}

/** Passages that were marked in a Markdown page as Obsidian and Joplin write it. */
export function readMarks(written: string): MarkedMarkdown {
  const passages: string[] = []
  const markdown = written.replaceAll(markOrCode, (whole, _fence, equals, element) => {
    const inside: string | undefined = equals ?? element
    if (inside === undefined) return whole
    const words = stripTags(marked.parseInline(inside, { async: false, gfm: true }))
    if (words !== '') passages.push(words)
    return inside
  })
  return { markdown, passages }
}

/** The words of a page or a part of one, without what marks them; a line a block. */
export function wordsOfMarkdown(markdown: string): string {
  return stripTags(marked.parse(markdown, { async: false, gfm: true }))
}
