import { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { PrintDossier } from '../../print/model.ts'
import { isRtl, words } from '../../print/text.ts'
import { type Around, docxBlocks, docxSources } from './blocks.ts'
import { docxRuns } from './inline.ts'
import { createLists } from './lists.ts'
import { colours, docxStyles } from './styles.ts'

/** A document of Word, with real styles, lists, footnotes and tables. */
export async function docxOf(dossier: PrintDossier): Promise<Uint8Array> {
  const { title, date, lang, rtl, blocks, notes, sourcesAtEnd, labels } = dossier
  const lists = createLists()
  const around: Around = { dossier, lists, depth: 0, level: 0 }
  const bidirectional = rtl && { bidirectional: true }
  const body = [
    new Paragraph({ style: 'Title', children: docxRuns([words(title)]), ...bidirectional }),
    new Paragraph({ style: 'DossierDate', children: docxRuns([words(date)]), ...bidirectional }),
    ...docxBlocks(blocks, around),
    ...(!sourcesAtEnd
      ? []
      : [
          new Paragraph({
            heading: 'Heading1',
            children: docxRuns([words(labels.sources)]),
            ...bidirectional,
          }),
          ...docxSources(dossier),
        ]),
  ]
  const small = { size: 17, color: colours.soft }
  const document = new Document({
    title,
    creator: 'Aide-Mémoire',
    styles: docxStyles(lang),
    numbering: { config: lists.config() },
    footnotes: Object.fromEntries(
      notes.map((note, index) => [
        index + 1,
        { children: [new Paragraph({ style: 'FootnoteText', children: docxRuns([words(' '), ...note]) })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1420, bottom: 1280, left: 1280, right: 1280 },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: 'center',
                children: [
                  new TextRun({ text: title, ...small, ...(isRtl(title) && { rightToLeft: true }) }),
                ],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: 'center',
                children: [
                  new TextRun({ ...small, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: body,
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
