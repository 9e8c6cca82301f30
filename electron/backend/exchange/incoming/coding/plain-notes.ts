import { escapeMarkdown } from '../../comment-to-markdown.ts'

/** Plain text as the Markdown that shows it: signs mean themselves, lines and paragraphs stay apart. */
export function plainToMarkdown(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').map(lineToMarkdown).join('  \n'))
    .join('\n\n')
}

function lineToMarkdown(line: string): string {
  return escapeMarkdown(line.trim())
    .replace(/^(\d+)([.)](?:\s|$))/, '$1\\$2')
    .replace(/^([-+#=>] ?)/, '\\$1')
}

/** Notes of several places in one, with a paragraph each; undefined where there is none. */
export function joinedNotes(notes: readonly (string | undefined)[]): string | undefined {
  const said = notes.filter((note) => note !== undefined && note.trim() !== '')
  return said.length === 0 ? undefined : said.join('\n\n')
}
