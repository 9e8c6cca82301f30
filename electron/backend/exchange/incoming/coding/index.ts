import type { ImportFormat } from '#shared/domain/import.ts'
import type { Reader } from '../reader.ts'
import { refiQdaCodebook } from './refi-qda/read-codebook.ts'
import { refiQdaProject } from './refi-qda/read-project.ts'

/** Readers of programs in which texts are coded, in the order in which they are asked. */
export const codingReaders = {
  qdpx: refiQdaProject,
  qdc: refiQdaCodebook,
} satisfies Partial<Record<ImportFormat, Reader>>
