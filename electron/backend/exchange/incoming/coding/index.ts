import type { ImportFormat } from '#shared/domain/import.ts'
import { oneOf } from '../clips/one-of.ts'
import type { Reader } from '../reader.ts'
import { dnaFile } from './dna/read-dna.ts'
import { dnaEventList } from './dna/read-dna-csv.ts'
import { hypothesis } from './hypothesis.ts'
import { refiQdaCodebook } from './refi-qda/read-codebook.ts'
import { refiQdaProject } from './refi-qda/read-project.ts'
import { webAnnotation } from './web-annotation.ts'

/** Readers of programs in which texts are coded, in the order in which they are asked. */
export const codingReaders = {
  hypothesis,
  'web-annotation': webAnnotation,
  qdpx: refiQdaProject,
  qdc: refiQdaCodebook,
  dna: oneOf(dnaFile, dnaEventList),
} satisfies Partial<Record<ImportFormat, Reader>>
