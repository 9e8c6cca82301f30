import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/domain/article.ts'
import type { Quote } from '#shared/domain/quote.ts'
import { useNotebookNames } from '../../quotes/notebook-names.ts'
import { commentDrafts } from './comment/drafts.ts'
import { CardContext } from './card-context.ts'
import { QuoteCard } from './quote-card.tsx'
import styles from './quote-margin.module.css'
import { useCardPlaces } from './use-card-places.ts'

export type CardField = 'speaker' | 'said' | 'topic' | 'comment' | 'more'

export interface QuoteMarginHandle {
  /** Opens the card and puts the caret into one of its fields; leaving that field then leaves the margin. */
  edit(id: string, field: CardField): void
}

/** What a card was asked to open; each request is a new object, so that the same can be asked twice. */
export interface EditRequest {
  id: string
  field: CardField
}

interface QuoteMarginProps {
  article: Article
  /** Those with a place in the shown revision, in the order of its text. */
  quotes: readonly Quote[]
  activeId: string | null
  onActivate(id: string | null): void
  /** The distance of a passage from the top of the surface, which must be this margin's top as well, in CSS pixels. */
  topOf(offset: number): number
  /** Another number whenever the text was laid out again. */
  layoutVersion: number
  readOnly: boolean
  /** Escape was pressed: the focus goes back to the text. */
  onLeave(): void
  ref?: Ref<QuoteMarginHandle>
}

/** The quotes of an article as cards beside their passages. It scrolls with the text it stands beside. */
export function QuoteMargin(props: QuoteMarginProps) {
  const { article, quotes, activeId, readOnly, ref } = props
  const { t } = useTranslation()
  const names = useNotebookNames()
  const element = useRef<HTMLElement>(null)
  const latest = useRef(props)
  latest.current = props
  const [request, setRequest] = useState<EditRequest | null>(null)
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const passages = usePassageTops(props)
  const { tops, drawn, firstInView, height, crowded, measure } = useCardPlaces(
    element,
    quotes,
    passages,
    activeId,
    [activeId, focusedId],
  )

  useImperativeHandle(
    ref,
    () => ({
      edit(id, field) {
        if (latest.current.readOnly) return
        setRequest({ id, field })
        if (latest.current.activeId !== id) latest.current.onActivate(id)
      },
    }),
    [],
  )
  useEffect(() => {
    for (const quote of quotes) commentDrafts.attend(quote)
  }, [quotes])

  const step = useCallback((from: string, by: 1 | -1 | 'first' | 'last') => {
    const { quotes } = latest.current
    const at = quotes.findIndex(({ id }) => id === from)
    const next = by === 'first' ? quotes[0] : by === 'last' ? quotes.at(-1) : quotes[at + by]
    if (next !== undefined) setFocusedId(next.id)
    return next !== undefined
  }, [])
  useEffect(() => {
    if (focusedId === null) return
    const card = element.current?.querySelector<HTMLElement>(`[data-card="${focusedId}"]`)
    card?.focus({ preventScroll: true })
    card?.scrollIntoView({ block: 'nearest' })
    setFocusedId(null)
  }, [focusedId])

  const shared = useMemo(
    () => ({
      article,
      names,
      readOnly,
      step,
      take: () => setRequest(null),
      activate: (id: string | null) => latest.current.onActivate(id),
      leave: () => latest.current.onLeave(),
      quotes: () => latest.current.quotes,
    }),
    [article, names, readOnly, step],
  )

  const tabStop = drawn.some(({ id }) => id === activeId) ? activeId : firstInView
  return (
    <CardContext value={shared}>
      <section
        ref={element}
        className={styles.margin}
        aria-label={t('quotes.card.margin')}
        data-crowded={crowded || undefined}
        style={{ minBlockSize: height }}
      >
        {drawn.map((quote) => (
          <div
            key={quote.id}
            className={styles.place}
            data-open={quote.id === activeId || undefined}
            style={{ transform: `translateY(${tops.get(quote.id) ?? 0}px)` }}
          >
            <QuoteCard
              quote={quote}
              place={quotes.indexOf(quote) + 1}
              count={quotes.length}
              isActive={quote.id === activeId}
              isTabStop={quote.id === tabStop}
              request={request?.id === quote.id ? request : null}
              measure={measure}
            />
          </div>
        ))}
      </section>
    </CardContext>
  )
}

/** Where each quote's passage begins, asked again when the text was laid out again or a quote came, went or moved. */
function usePassageTops({ quotes, topOf, layoutVersion }: QuoteMarginProps): ReadonlyMap<string, number> {
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map())
  const latest = useRef({ quotes, topOf })
  latest.current = { quotes, topOf }
  const signature = useMemo(
    () => quotes.map(({ id, anchor }) => `${id} ${anchor.start}`).join('\n'),
    [quotes],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two say when the places are to be asked for
  useEffect(() => {
    const { quotes, topOf } = latest.current
    setTops(
      new Map(
        quotes.flatMap(({ id, anchor }) =>
          anchor.start === null ? [] : [[id, Math.round(topOf(anchor.start))] as const],
        ),
      ),
    )
  }, [signature, layoutVersion])
  return tops
}
