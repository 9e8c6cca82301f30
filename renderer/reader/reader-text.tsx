import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { memo, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article, RevisionContent } from '#shared/domain/article.ts'
import type { Quote } from '#shared/domain/quote.ts'
import { historyPlace } from '../app/location.ts'
import { usePreferences } from '../app/preferences.ts'
import { chordOf } from '../app/shortcut-table.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { ArticleSurface, type ArticleSurfaceHandle, type TextRange } from './article-surface.tsx'
import { FindBar } from './find/find-bar.tsx'
import { useFind } from './find/use-find.ts'
import { ArticleHead } from './head/article-head.tsx'
import { QuoteMargin, type QuoteMarginHandle } from './margin/quote-margin.tsx'
import { highlightsOf } from './marking/highlight-look.ts'
import { reattachQuote, trashQuote } from './marking/quote-actions.ts'
import { QuoteChooser } from './marking/quote-chooser.tsx'
import { neighbour } from './marking/quotes-at.ts'
import { SelectionToolbar } from './marking/selection-toolbar.tsx'
import { useMarking } from './marking/use-marking.ts'
import styles from './reader-text.module.css'
import type { PlacedQuote } from './revisions/anchor-counts.ts'
import { LostTray } from './revisions/lost-tray.tsx'
import { SuggestionCard } from './suggesting/suggestion-card.tsx'
import type { Proposals } from './suggesting/use-proposals.ts'
import { useSuggesting } from './suggesting/use-suggesting.ts'
import { useSuggestionKeys } from './suggesting/use-suggestion-keys.ts'
import { useNarrow } from './use-narrow.ts'
import { useQuoteShortcuts } from './use-quote-shortcuts.ts'
import { placeOf, restorePlace, useReadingPlace } from './use-reading-place.ts'

interface ReaderTextProps {
  article: Article
  content: RevisionContent
  /** Those with a place in the revision on screen, in the order of its text. */
  quotes: readonly PlacedQuote[]
  lost: readonly Quote[]
  names: NotebookNames
  activeId: string | null
  onActivate(id: string | null): void
  canMark: boolean
  proposals: Proposals
  trayOpen: boolean
  onTray(open: boolean): void
  /** Under the text: where reading ends. */
  end: ReactNode
  scroller: { current: HTMLDivElement | null }
  find: { current: { show(): void } | null }
  /** Switches the suggestions, from the bar. */
  suggestions: { current: { toggle(): void } | null }
}

/** Drawn anew only for what concerns the cards: not for every selection in the text. */
const Margin = memo(QuoteMargin)
const atTheTop = () => 0

/** The text with its quotes, and everything that is done in it: selecting, marking, finding, putting back what was lost. */
export function ReaderText(props: ReaderTextProps) {
  const { article, content, quotes, lost, names, activeId, onActivate, canMark, scroller } = props
  const { t } = useTranslation()
  const [{ readerColours }] = usePreferences()
  const surface = useRef<ArticleSurfaceHandle>(null)
  const margin = useRef<QuoteMarginHandle>(null)
  const [selection, setSelection] = useState<TextRange | null>(null)
  const [pressing, setPressing] = useState(false)
  const [layoutVersion, setLayoutVersion] = useState(0)
  const [choice, setChoice] = useState<{ ids: string[]; point: { x: number; y: number } } | null>(null)
  const [chosenLostId, setChosenLostId] = useState<string | null>(null)
  const isNarrow = useNarrow(scroller)

  const highlights = useMemo(() => highlightsOf(quotes, readerColours, names), [quotes, readerColours, names])
  const marking = useMarking({
    article,
    names,
    quotes,
    activeId,
    activate: onActivate,
    surface,
    margin,
    canMark,
  })
  const suggesting = useSuggesting({
    article,
    revisionId: content.id,
    text: content.text,
    proposals: props.proposals,
    names,
    surface,
    scroller,
    activeId,
    canMark,
    activate: onActivate,
    openTopics: (id) => marking.open(id, 'topic'),
  })
  props.suggestions.current = suggesting
  const { current: suggestion, letGo } = suggesting
  const drawn = `${layoutVersion} ${highlights.length} ${activeId} ${suggesting.waiting.length} ${suggestion?.key}`
  const find = useFind(surface, content.text, drawn)
  props.find.current = find
  const choose = useCallback(
    (id: string | null) => {
      if (id !== null) letGo()
      onActivate(id)
    },
    [letGo, onActivate],
  )
  useReadingPlace(article.id, scroller, surface, true)
  useArrival(props, surface)

  const lostId = props.trayOpen ? (lost.find(({ id }) => id === chosenLostId) ?? lost[0])?.id : undefined
  const attach = async () => {
    const range = surface.current?.selection()
    if (lostId === undefined || !range) return
    const after = lost.filter(({ id }) => id !== lostId)
    if (!(await reattachQuote(lostId, article.currentRevisionId, range))) return
    surface.current?.select({ start: range.end, end: range.end })
    surface.current?.reveal(range)
    setChosenLostId(after[0]?.id ?? null)
    if (after.length === 0) props.onTray(false)
    onActivate(lostId)
  }
  const goTo = (id: string | null) => {
    const quote = quotes.find((one) => one.id === id)
    if (quote === undefined) return
    choose(quote.id)
    surface.current?.reveal(quote.anchor)
    surface.current?.select({ start: quote.anchor.start, end: quote.anchor.start })
  }
  const step = (direction: 1 | -1) =>
    goTo(neighbour(quotes, activeId, surface.current?.caret() ?? 0, direction))
  const attachesInstead = canMark && lostId !== undefined
  useQuoteShortcuts({
    article,
    names,
    quotes,
    activeId,
    onActivate: choose,
    surface,
    marking,
    find,
    suggesting,
    canMark,
    step,
    mark: () => (attachesInstead ? attach() : marking.mark()),
    isTrayOpen: props.trayOpen,
    onTray: props.onTray,
  })

  useSuggestionKeys(suggesting, surface)

  const rect = useCallback(
    () => (selection === null ? new DOMRect() : (surface.current?.rectOf(selection) ?? new DOMRect())),
    [selection],
  )
  const suggestionRect = useCallback(
    () => surface.current?.rectOf(suggestion?.passages[0] ?? { start: 0, end: 0 }) ?? new DOMRect(),
    [suggestion],
  )
  const topOf = useCallback((offset: number) => surface.current?.topOf(offset) ?? 0, [])
  const activeAlone = useMemo(() => quotes.filter(({ id }) => id === activeId), [quotes, activeId])
  const { start: activeStart = null, end: activeEnd = null } = activeAlone[0]?.anchor ?? {}
  // The sheet with the card takes room from the text; the passage that is looked at must not go under it.
  const { start: seenStart = activeStart, end: seenEnd = activeEnd } = suggestion?.passages[0] ?? {}
  useLayoutEffect(() => {
    if (!isNarrow || seenStart === null || seenEnd === null || scroller.current === null) return
    const observer = new ResizeObserver(() => surface.current?.reveal({ start: seenStart, end: seenEnd }))
    observer.observe(scroller.current)
    return () => observer.disconnect()
  }, [isNarrow, seenStart, seenEnd, scroller])
  const shared = { article, activeId, layoutVersion, onActivate: choose, readOnly: !canMark }
  const toText = useCallback(() => surface.current?.focus(), [])
  return (
    <>
      {find.open && <FindBar find={find} />}
      <div ref={scroller} className={styles.scroller} data-reader-scroll>
        <div className={styles.page}>
          <div className={styles.head}>
            <ArticleHead article={article} revision={content} readOnly={!canMark} />
          </div>
          <div
            className={styles.text}
            onPointerDown={({ target }) => {
              if (target instanceof Element && target.closest('[role="toolbar"], [role="group"]')) return
              setPressing(true)
              window.addEventListener('pointerup', () => setPressing(false), { once: true })
            }}
          >
            <ArticleSurface
              ref={surface}
              document={content.document}
              label={article.title}
              lang={article.lang}
              highlights={highlights}
              activeId={activeId}
              onSelectionChange={setSelection}
              onPick={(ids, point) => {
                if (ids.length > 1) setChoice({ ids, point })
                else choose(ids[0] ?? null)
              }}
              suggestions={suggesting.waiting}
              currentSuggestion={suggestion?.key ?? null}
              onPickSuggestion={suggesting.goToKey}
              onPickNothing={() => onActivate(null)}
              onLayout={() => setLayoutVersion((version) => version + 1)}
            />
            {canMark && selection !== null && !pressing && (
              <SelectionToolbar
                rect={rect}
                layoutVersion={layoutVersion}
                topicName={
                  marking.topicId === null ? null : (names.topicPath(marking.topicId).at(-1) ?? null)
                }
                onReattach={attachesInstead ? () => void attach() : null}
                onQuote={() => void marking.mark()}
                onStance={(stance) => void marking.setStance(stance)}
              />
            )}
            {suggestion !== undefined && selection === null && (
              <SuggestionCard
                proposal={suggestion}
                suggesting={suggesting}
                rect={suggestionRect}
                layoutVersion={layoutVersion}
                names={names}
                quotes={quotes}
                canMark={canMark}
                onLeave={toText}
              />
            )}
          </div>
          {!isNarrow && (
            <div className={styles.margin}>
              <Margin ref={margin} {...shared} quotes={quotes} topOf={topOf} onLeave={toText} />
            </div>
          )}
          <div className={styles.end}>{props.end}</div>
        </div>
        {choice !== null && (
          <QuoteChooser
            quotes={choice.ids.flatMap((id) => quotes.filter((quote) => quote.id === id))}
            point={choice.point}
            names={names}
            activeId={activeId}
            onChoose={choose}
            onClose={() => {
              setChoice(null)
              toText()
            }}
          />
        )}
      </div>
      {isNarrow && activeAlone.length > 0 && (
        <section className={styles.sheet} aria-label={t('reader.sheet')} data-reader-scroll>
          <div className={styles.sheetHead}>
            <IconButton
              label={t('reader.shortcut.quotePrevious')}
              shortcut={chordOf('quotePrevious')}
              size="small"
              onClick={() => step(-1)}
            >
              <ChevronUp />
            </IconButton>
            <IconButton
              label={t('reader.shortcut.quoteNext')}
              shortcut={chordOf('quoteNext')}
              size="small"
              onClick={() => step(1)}
            >
              <ChevronDown />
            </IconButton>
            <IconButton label={t('reader.close')} size="small" onClick={() => onActivate(null)}>
              <X />
            </IconButton>
          </div>
          <div className={styles.sheetCard}>
            <Margin ref={margin} {...shared} quotes={activeAlone} topOf={atTheTop} onLeave={toText} />
          </div>
        </section>
      )}
      {props.trayOpen && lost.length > 0 && (
        <LostTray
          quotes={lost}
          chosenId={lostId ?? null}
          names={names}
          readOnly={!canMark}
          hasSelection={selection !== null}
          onChoose={setChosenLostId}
          onFind={find.show}
          onAttach={() => void attach()}
          onTrash={(id) => void trashQuote(id)}
          onClose={() => props.onTray(false)}
        />
      )}
    </>
  )
}

/**
 * Where the text opens: at the quote the address names; where Back, Forward or a reload lead here, or no quote is named,
 * where it was left. The keyboard is in the text from the beginning.
 */
function useArrival(
  { article, quotes, activeId, content, scroller }: ReaderTextProps,
  surface: { current: ArticleSurfaceHandle | null },
): void {
  const latest = useRef({ quotes, activeId })
  latest.current = { quotes, activeId }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every text that is opened
  useLayoutEffect(() => {
    const handle = surface.current
    const element = scroller.current
    if (handle === null || element === null) return
    const { quotes, activeId } = latest.current
    const quote = quotes.find(({ id }) => id === activeId)
    const left = placeOf(article.id)
    if (quote !== undefined) handle.select({ start: quote.anchor.start, end: quote.anchor.start })
    else handle.focus()
    if (left !== undefined && (quote === undefined || historyPlace().travelled))
      restorePlace(element, handle, left)
    else if (quote !== undefined) handle.reveal(quote.anchor, 'instant')
  }, [content.id])
}
