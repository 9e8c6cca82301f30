import { type KeyboardEvent, memo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Quote } from '#shared/domain/quote.ts'
import { dragCitation } from '../../quotes/cite.ts'
import { cx } from '../../ui/cx.ts'
import { citationOf, trashQuote } from '../marking/quote-actions.ts'
import { useMargin } from './card-context.ts'
import { CardFace } from './card-face.tsx'
import { OpenCard } from './open-card.tsx'
import styles from './quote-card.module.css'
import type { EditRequest } from './quote-margin.tsx'

interface QuoteCardProps {
  quote: Quote
  /** Its number in the order of the text, from 1, and how many there are. */
  place: number
  count: number
  isActive: boolean
  isTabStop: boolean
  request: EditRequest | null
  measure(element: HTMLElement | null): (() => void) | undefined
}

/** One quote beside its passage: quiet until it is opened, then everything about it can be changed in place. */
export const QuoteCard = memo(function QuoteCard(props: QuoteCardProps) {
  const { quote, place, count, isActive, isTabStop, request, measure } = props
  const { t } = useTranslation()
  const { activate, leave, step, readOnly, names, article } = useMargin()
  const element = useRef<HTMLElement>(null)
  const speaker = quote.speakerId === null ? undefined : names.actor(quote.speakerId)
  const name = t('quotes.card.name', {
    speaker: speaker?.name ?? t('quotes.unnamed'),
    words: quote.exact.slice(0, 80),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    // A button answers these itself: they must not be heard as shortcuts of the reader as well.
    if (isPressable(event.target as Element) && [' ', 'Enter'].includes(event.key)) event.stopPropagation()
    // Panels and menus of the card are elsewhere in the page; their other keys are their own.
    if (!(event.target instanceof Element) || !element.current?.contains(event.target)) return
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const isOnCard = event.target === element.current
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (isOnCard || isPressable(event.target)) leave()
      else element.current.focus({ preventScroll: true })
      return
    }
    if (!isOnCard || event.ctrlKey || event.metaKey || event.altKey) return
    const by = ({ ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' } as const)[event.key]
    if (by !== undefined) step(quote.id, by)
    else if (event.key === 'Enter') {
      if (isActive) element.current.querySelector<HTMLElement>('button, [contenteditable]')?.focus()
      else activate(quote.id)
    } else if (event.key === 'Delete' && !readOnly) {
      if (isActive) activate(null)
      if (!step(quote.id, 1) && !step(quote.id, -1)) leave()
      void trashQuote(quote.id)
    } else return
    event.preventDefault()
  }
  return (
    <article
      ref={(node) => {
        element.current = node
        return measure(node)
      }}
      data-card={quote.id}
      className={cx(styles.card, isActive && styles.active)}
      aria-label={name}
      aria-posinset={place}
      aria-setsize={count}
      aria-current={isActive || undefined}
      tabIndex={isTabStop ? 0 : -1}
      // The words of an open card are there to be selected.
      draggable={!isActive}
      onDragStart={(event) => {
        if (!isActive) dragCitation(event, citationOf(quote, article, names))
      }}
      onKeyDown={onKeyDown}
      onClick={isActive ? undefined : () => activate(quote.id)}
    >
      {isActive ? <OpenCard quote={quote} request={request} /> : <CardFace quote={quote} />}
    </article>
  )
})

function isPressable(element: Element): boolean {
  return element.closest('button, a') !== null
}
