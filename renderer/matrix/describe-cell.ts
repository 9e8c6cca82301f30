import type { TFunction } from 'i18next'
import { formatPartialDate } from '../ui/partial-date.ts'
import type { MatrixCell } from './matrix-model.ts'

/** What a cell shows, in words. */
export function describeCell(t: TFunction, locale: string, cell: MatrixCell): string {
  if (cell.kind === 'heading') return ''
  if (cell.kind === 'gap') return t('matrix.cell.gap')
  if (cell.kind === 'sum') {
    const counts = Map.groupBy(cell.stances, (stance) => stance)
    return [
      ...Array.from(counts, ([stance, { length }]) => `${t(`quotes.stance.${stance}`)} ${length}`),
      ...(cell.redLine ? [t('matrix.redLine')] : []),
    ].join(', ')
  }
  const { position } = cell
  return [
    t(`quotes.stance.${position.stance}`),
    ...(position.strength === null ? [] : [t(`quotes.strength.${position.strength}`)]),
    ...(position.redLine ? [t('matrix.redLine')] : []),
    ...(position.conflict ? [t('matrix.conflict')] : []),
    ...(position.trend === 'towards' || position.trend === 'away'
      ? [t(`matrix.trend.${position.trend}`)]
      : []),
    t('matrix.utterances', { count: position.utterances }),
    position.latest === null
      ? t('matrix.cell.undated')
      : t('matrix.cell.latest', { date: formatPartialDate(position.latest, locale, 'short') }),
  ].join(', ')
}
