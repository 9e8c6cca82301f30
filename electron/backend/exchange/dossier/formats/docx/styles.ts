import type { IStylesOptions } from 'docx'
import type { CitationLang } from '#shared/domain/citation.ts'

/** Twentieths of a point. */
export const point = 20
/** How far each step of a list or a block quotation goes in, in twentieths of a point. */
export const step = 360

export const colours = {
  ink: '1D1D1F',
  soft: '5C5C63',
  line: 'C8C8CE',
  tint: 'F3F3F5',
  link: '1F5FAA',
  warn: '9A5B00',
}

const body = { ascii: 'Cambria', hAnsi: 'Cambria', eastAsia: 'Cambria', cs: 'Times New Roman' }
const display = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Calibri', cs: 'Arial' }

const tags: Record<CitationLang, string> = { en: 'en-GB', uk: 'uk-UA', ru: 'ru-RU', fr: 'fr-FR', de: 'de-DE' }

const heading = (size: number, before: number) => ({
  run: { font: display, size: size * 2, bold: true, color: colours.ink },
  paragraph: { spacing: { before: before * point, after: 6 * point }, keepNext: true, keepLines: true },
})

/** Styles by the names that Word knows, so that a house style can be put in their place; our own beside them. */
export function docxStyles(lang: CitationLang): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: body,
          size: 22,
          color: colours.ink,
          language: { value: tags[lang], bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 8 * point, line: 288 } },
      },
      title: {
        run: { font: display, size: 52, bold: true, color: colours.ink },
        paragraph: { spacing: { after: 2 * point }, keepNext: true },
      },
      heading1: heading(17, 22),
      heading2: heading(14, 18),
      heading3: heading(12, 14),
      heading4: heading(11, 12),
      listParagraph: { paragraph: { spacing: { after: 3 * point } } },
      hyperlink: { run: { color: colours.link, underline: { type: 'single' } } },
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 2 * point, line: 240 } } },
      footnoteReference: { run: { superScript: true } },
    },
    paragraphStyles: [
      style('DossierDate', 'Date', { run: { color: colours.soft, size: 20 }, paragraph: rule('bottom') }),
      style('BlockText', 'Block Text', { run: { color: colours.soft } }),
      style('EvidenceQuote', 'Evidence Quote', {
        run: { size: 23 },
        paragraph: {
          spacing: { before: 2 * point, after: 3 * point, line: 288 },
          keepNext: true,
          keepLines: true,
        },
      }),
      style('EvidenceSource', 'Evidence Source', {
        run: { color: colours.soft, size: 19 },
        paragraph: { spacing: { after: 12 * point }, keepLines: true },
      }),
      style('TableText', 'Table Text', {
        run: { size: 20 },
        paragraph: { spacing: { after: 0, line: 264 } },
      }),
      style('CalloutTitle', 'Call-out Title', {
        run: { font: display, bold: true, size: 20 },
        paragraph: { keepNext: true, spacing: { before: 8 * point, after: 2 * point } },
      }),
      style('CodeBlock', 'Code Block', {
        run: { font: 'Consolas', size: 19, noProof: true },
        paragraph: { spacing: { line: 252, after: 10 * point } },
      }),
      style('Caption', 'Caption', {
        run: { color: colours.soft, size: 19 },
        paragraph: { alignment: 'center', spacing: { after: 12 * point } },
      }),
      style('ViewCaption', 'View Caption', {
        run: { font: display, bold: true, size: 21 },
        paragraph: { spacing: { before: 10 * point, after: 1 * point }, keepNext: true },
      }),
      style('ViewTitle', 'View Title', {
        run: { font: display, color: colours.soft, size: 19 },
        paragraph: { spacing: { after: 4 * point }, keepNext: true },
      }),
      style('ViewText', 'View Text', {
        run: { font: display, size: 17 },
        paragraph: { spacing: { after: 0, line: 240 } },
      }),
      style('ViewNote', 'View Note', {
        run: { font: display, color: colours.soft, size: 17 },
        paragraph: { spacing: { after: 12 * point, line: 252 } },
      }),
      style('Bibliography', 'Bibliography', {
        paragraph: { indent: { left: 440, hanging: 440 }, spacing: { after: 5 * point } },
      }),
    ],
    characterStyles: [
      { id: 'CodeText', name: 'Code Text', run: { font: 'Consolas', size: 20, noProof: true } },
    ],
  }
}

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number]

function style(id: string, name: string, look: Pick<ParagraphStyle, 'run' | 'paragraph'>): ParagraphStyle {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...look }
}

function rule(side: 'bottom'): ParagraphStyle['paragraph'] {
  return {
    spacing: { after: 18 * point },
    border: { [side]: { style: 'single', size: 4, space: 8, color: colours.line } },
  }
}
