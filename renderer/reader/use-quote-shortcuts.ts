import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/domain/article.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { announce } from '../ui/live-region.tsx'
import type { ArticleSurfaceHandle } from './article-surface.tsx'
import type { FindInArticle } from './find/use-find.ts'
import { copyQuote, trashQuote } from './marking/quote-actions.ts'
import { cycle, quotesAt } from './marking/quotes-at.ts'
import type { useMarking } from './marking/use-marking.ts'
import { useSelectionSteps } from './marking/use-selection-steps.ts'
import type { PlacedQuote } from './revisions/anchor-counts.ts'
import type { Suggesting } from './suggesting/use-suggesting.ts'

interface QuoteShortcutOptions {
  article: Article
  names: NotebookNames
  quotes: readonly PlacedQuote[]
  activeId: string | null
  onActivate(id: string | null): void
  surface: RefObject<ArticleSurfaceHandle | null>
  marking: ReturnType<typeof useMarking>
  find: FindInArticle
  suggesting: Suggesting
  canMark: boolean
  step(direction: 1 | -1): void
  /** Makes a quote of the selection, or puts a lost one there. */
  mark(): Promise<void>
  isTrayOpen: boolean
  onTray(open: boolean): void
}

/** The keys that work in the text and on its quotes. Without the right to mark, those that change nothing remain. */
export function useQuoteShortcuts(options: QuoteShortcutOptions): void {
  const { article, names, quotes, activeId, onActivate, surface, marking, find, suggesting, step } = options
  const { t } = useTranslation()
  const steps = useSelectionSteps(surface, article.lang)

  const cycleHere = () => {
    const layers = quotesAt(quotes, surface.current?.caret() ?? 0)
    const next = cycle(layers, activeId)
    if (next === null) return
    onActivate(next)
    const place = layers.length - layers.findIndex(({ id }) => id === next)
    const words = quotes.find(({ id }) => id === next)?.exact.slice(0, 80)
    announce(t('reader.marking.cycled', { place, count: layers.length, words }))
  }
  const trash = async () => {
    const id = await marking.target()
    if (id === null || !(await trashQuote(id))) return
    onActivate(null)
    surface.current?.focus()
  }
  const leave = () => {
    const handle = surface.current
    const range = handle?.selection()
    if (find.open) find.close()
    else if (handle && range) handle.select({ start: range.start, end: range.start })
    else if (options.isTrayOpen) options.onTray(false)
    else if (suggesting.current !== undefined) suggesting.switchOff()
    else if (activeId !== null) onActivate(null)
    else if (suggesting.isOn) suggesting.switchOff()
    else if (handle?.hasFocus()) return false
    handle?.focus()
    return true
  }

  useAppShortcuts({
    growSelection: steps.grow,
    shrinkSelection: steps.shrink,
    extendSentence: steps.extend,
    retractSentence: steps.retract,
    quoteNext: () => step(1),
    quotePrevious: () => step(-1),
    quoteCycle: cycleHere,
    quoteCopy: async () => {
      const id = activeId ?? (await marking.target())
      const quote = quotes.find((one) => one.id === id)
      if (quote !== undefined) await copyQuote(quote, article, names)
    },
    quoteOpen: (event) => {
      // Only in the text: elsewhere Enter presses what has the focus.
      if (!surface.current?.hasFocus()) return false
      const href = surface.current.linkAtCaret()
      const here = quotesAt(quotes, surface.current.caret())
      if (here.length > 0 && !here.some(({ id }) => id === activeId)) cycleHere()
      else if (activeId !== null) void marking.edit('comment')
      else if (href !== null && !event.repeat) window.open(href, '_blank', 'noopener,noreferrer')
      return true
    },
    suggestions: suggesting.toggle,
    findInArticle: () => find.show(),
    findNext: () => find.step(1),
    findPrevious: () => find.step(-1),
    leave,
  })
  useAppShortcuts(
    {
      markQuote: () => void options.mark(),
      stanceSupports: () => void marking.setStance('supports'),
      stanceOpposes: () => void marking.setStance('opposes'),
      stanceConditional: () => void marking.setStance('conditional'),
      stanceNeutral: () => void marking.setStance('neutral'),
      quoteTopic: () => void marking.edit('topic'),
      quoteSpeaker: () => void marking.edit('speaker'),
      quoteDate: () => void marking.edit('said'),
      quoteComment: () => void marking.edit('comment'),
      quoteMore: () => void marking.edit('more'),
      quoteTrash: () => void trash(),
    },
    options.canMark,
  )
}
