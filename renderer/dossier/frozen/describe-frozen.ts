import type { TFunction } from 'i18next'
import { stancesByLeaning } from '#shared/document/frozen-view-text.ts'
import {
  dayOf,
  type FrozenBin,
  type FrozenCell,
  type FrozenFilter,
  type FrozenTimeline,
  type FrozenView,
} from '#shared/domain/frozen-view.ts'
import { languageName } from '../../library/language-name.ts'
import { formatPartialDate } from '../../ui/partial-date.ts'

interface Words {
  t: TFunction
  /** How dates are written. */
  locale: string
  /** The language of the interface. */
  language: string
}

/** “Position matrix as of 12 March 2026”. */
export function titleOf(view: FrozenView, { t, locale }: Words): string {
  const day = view.kind === 'matrix' ? dayOf(view) : view.frozenAt.slice(0, 10)
  return t(`dossier.frozen.title.${view.kind}`, { date: formatPartialDate(day, locale, 'long') })
}

/** What it was made of, and when. */
export function originOf(view: FrozenView, words: Words): string {
  const { t, locale } = words
  const left =
    view.kind === 'timeline'
      ? [view.left > 0 ? t('dossier.frozen.left.lanes', { count: view.left }) : '']
      : [
          view.left.actors > 0 ? t('dossier.frozen.left.actors', { count: view.left.actors }) : '',
          view.left.topics > 0 ? t('dossier.frozen.left.topics', { count: view.left.topics }) : '',
        ]
  return [
    filterWords(view.filter, words),
    // Where it is as of the day it was frozen on, its title says so.
    view.kind === 'matrix' && view.asOf !== null
      ? t('dossier.frozen.frozenOn', { date: formatPartialDate(view.frozenAt.slice(0, 10), locale, 'long') })
      : '',
    ...left,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function filterWords(
  { from, until, outlets, langs, coders, topic }: FrozenFilter,
  { t, locale, language }: Words,
): string {
  const date = (day: string) => formatPartialDate(day, locale, 'short')
  const parts = [
    ...(topic === undefined ? [] : [t('dossier.frozen.filter.topic', { name: topic.name })]),
    ...(from === undefined ? [] : [t('dossier.frozen.filter.from', { date: date(from) })]),
    ...(until === undefined ? [] : [t('dossier.frozen.filter.until', { date: date(until) })]),
    ...(outlets === undefined ? [] : [outlets.join(', ')]),
    ...(langs === undefined ? [] : [langs.map((lang) => languageName(lang, language)).join(', ')]),
    ...(coders === undefined
      ? []
      : [t('dossier.frozen.filter.coders', { names: coders.map(({ name }) => name).join(', ') })]),
  ]
  return parts.length === 0 ? t('dossier.frozen.filter.everything') : parts.join(', ')
}

/** What a cell says, in words. */
export function cellWords(cell: FrozenCell, { t, locale }: Words): string {
  return [
    t(`quotes.stance.${cell.stance}`),
    ...(cell.strength === null ? [] : [t(`quotes.strength.${cell.strength}`)]),
    ...(cell.redLine ? [t('matrix.redLine')] : []),
    ...(cell.conflict ? [t('matrix.conflict')] : []),
    ...(cell.trend === 'towards' || cell.trend === 'away' ? [t(`matrix.trend.${cell.trend}`)] : []),
    t('matrix.utterances', { count: cell.utterances }),
    cell.latest === null
      ? t('matrix.cell.undated')
      : t('matrix.cell.latest', { date: formatPartialDate(cell.latest, locale, 'short') }),
  ].join(', ')
}

/** What a stretch of time says, in words. */
export function binWords({ start, stances }: FrozenBin, unit: FrozenTimeline['unit'], words: Words): string {
  const { t, locale } = words
  const day = unit === 'month' ? start.slice(0, 7) : unit === 'year' ? start.slice(0, 4) : start
  const counts = stancesByLeaning.filter((stance) => stances[stance] > 0)
  return [
    formatPartialDate(day, locale, 'short'),
    ...counts.map((stance) => `${t(`quotes.stance.${stance}`)} ${stances[stance]}`),
  ].join(', ')
}
