import type { DossierFormat } from '#shared/domain/dossier-export.ts'
import type { PrintDossier } from '../print/model.ts'
import { docxOf } from './docx/docx.ts'
import { htmlOf } from './html.ts'
import { markdownOf } from './markdown.ts'
import { pdfOf } from './pdf/pdf.ts'

/** Each format makes its whole file. */
export const dossierFormats: Record<
  DossierFormat,
  (dossier: PrintDossier) => string | Uint8Array | Promise<string | Uint8Array>
> = {
  docx: docxOf,
  pdf: pdfOf,
  html: htmlOf,
  markdown: markdownOf,
}
