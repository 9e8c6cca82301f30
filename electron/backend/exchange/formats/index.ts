import { bibtex, cslJson, ris } from './bibliography.ts'
import { dna, dnaCsv } from './dna/dna.ts'
import type { Formats } from './format.ts'
import { hypothesis } from './hypothesis.ts'
import { markdownFolder } from './markdown-folder.ts'
import { quotesCsv } from './quotes-csv.ts'
import { codebook } from './refi-qda/codebook.ts'
import { project } from './refi-qda/project.ts'
import { webAnnotation } from './web-annotation.ts'

/** Every format that shows evidence; the complete notebook as JSON is not one of them (`notebook-json.ts`). */
export const formats: Formats = {
  'quotes-csv': quotesCsv,
  markdown: markdownFolder,
  'web-annotation': webAnnotation,
  hypothesis,
  qdpx: project,
  qdc: codebook,
  dna,
  'dna-csv': dnaCsv,
  'csl-json': cslJson,
  bibtex,
  ris,
}
