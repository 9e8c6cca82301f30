import { getI18n } from 'react-i18next'
import type { FrozenView } from '#shared/domain/frozen-view.ts'
import { formatLocale } from '../../ui/format-locale.ts'
import { element } from '../editor/element.ts'
import { type DrawContext, drawMatrix } from './draw-matrix.ts'
import { drawTimeline } from './draw-timeline.ts'
import styles from './frozen.module.css'

/** The words a view is drawn with, in the language of the interface. */
export function frozenWords() {
  const { t, language } = getI18n()
  return { t, language, locale: formatLocale(language) }
}

/** What a view shows, drawn; a word where it shows nothing. */
export function drawFrozen(view: FrozenView, onPlace: DrawContext['onPlace']): HTMLElement {
  const words = frozenWords()
  const isEmpty = view.kind === 'matrix' ? view.cells.length === 0 : view.lanes.length === 0
  if (isEmpty) return element('p', styles.empty, words.t('dossier.frozen.empty'))
  const context = { ...words, onPlace }
  return view.kind === 'matrix' ? drawMatrix(view, context) : drawTimeline(view, context)
}
