import type { z } from 'zod'
import type { matrixRequestSchema, matrixSchema } from '#shared/domain/analysis.ts'
import { today } from './days.ts'
import { type PackedPositions, packPositions, unpackPositions } from './positions.ts'
import type { Statements } from './statements.ts'

type Matrix = z.output<typeof matrixSchema>

/** A matrix as it goes from one thread to another: it may have a hundred thousand cells. */
export type PackedMatrix = Pick<Matrix, 'asOf' | 'by'> & { cells: PackedPositions }

export function packMatrix(
  statements: Statements,
  { by, asOf = today(), ...filter }: z.output<typeof matrixRequestSchema>,
): PackedMatrix {
  return { asOf, by, cells: packPositions(statements, asOf, by, filter) }
}

export function unpackMatrix({ cells, ...rest }: PackedMatrix): Matrix {
  return { ...rest, cells: unpackPositions(cells) }
}
