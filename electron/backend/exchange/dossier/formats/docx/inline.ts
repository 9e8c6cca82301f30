import { ExternalHyperlink, FootnoteReferenceRun, type ParagraphChild, TextRun } from 'docx'
import type { Inline } from '../../print/model.ts'
import { isRtl } from '../../print/text.ts'
import { colours } from './styles.ts'

/** A paragraph's content as runs of Word. */
export function docxRuns(content: readonly Inline[]): ParagraphChild[] {
  return content.flatMap((part): ParagraphChild[] => {
    if (part.kind === 'break') return [new TextRun({ break: 1 })]
    if (part.kind === 'note') return [new FootnoteReferenceRun(part.number)]
    if (part.text === '') return []
    const run = docxRun(part)
    return part.href === undefined ? [run] : [new ExternalHyperlink({ link: part.href, children: [run] })]
  })
}

function docxRun(part: Extract<Inline, { kind: 'text' }>): TextRun {
  const { text, bold, italic, underline, strike, smallCaps, raised, lowered, code, href } = part
  return new TextRun({
    text,
    ...(bold && { bold, boldComplexScript: true }),
    ...(italic && { italics: true, italicsComplexScript: true }),
    ...(underline && { underline: {} }),
    ...(strike && { strike }),
    ...(smallCaps && { smallCaps }),
    ...(raised && { superScript: true }),
    ...(lowered && { subScript: true }),
    ...(isRtl(text) && { rightToLeft: true }),
    ...(code && { style: 'CodeText', shading: { type: 'clear', fill: colours.tint } }),
    ...(href !== undefined && { style: 'Hyperlink' }),
  })
}
