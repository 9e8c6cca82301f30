import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/domain/article.ts'
import type { Stance } from '#shared/domain/link.ts'
import type { NotebookNames } from '../../quotes/notebook-names.ts'
import { typeAhead } from '../../ui/shortcuts/type-ahead.ts'
import { toast } from '../../ui/toast/toast.ts'
import type { ArticleSurfaceHandle } from '../article-surface.tsx'
import type { CardField, QuoteMarginHandle } from '../margin/quote-margin.tsx'
import type { PlacedQuote } from '../revisions/anchor-counts.ts'
import { latestLink, latestTopicId } from './latest-topic.ts'
import { createQuote, takeStance } from './quote-actions.ts'
import { quotesAt } from './quotes-at.ts'

interface MarkingOptions {
  article: Article
  names: NotebookNames
  /** Those in the revision on screen. */
  quotes: readonly PlacedQuote[]
  activeId: string | null
  activate(id: string | null): void
  surface: RefObject<ArticleSurfaceHandle | null>
  margin: RefObject<QuoteMarginHandle | null>
  /** False in a notebook that cannot be changed, and in a revision that is not the one read now. */
  canMark: boolean
}

/** The topic linked last in any article of this window; what is marked next is probably about it too. */
let lastTopicId: string | null = null

/**
 * Marking with the keyboard or the toolbar. Every action takes what is selected and makes it a quote first; without a
 * selection it is about the active quote, or else about the innermost one under the caret.
 */
export function useMarking(options: MarkingOptions) {
  const { article, names, quotes, activeId, activate, surface, margin, canMark } = options
  const { t } = useTranslation()
  const [asked, setAsked] = useState<{ id: string; field: CardField } | null>(null)
  const pendingStance = useRef<{ id: string; stance: Stance } | null>(null)

  const newestTopicId = useMemo(() => latestTopicId(quotes), [quotes])
  useEffect(() => {
    if (newestTopicId !== null) lastTopicId = newestTopicId
  }, [newestTopicId])
  const known = newestTopicId ?? lastTopicId
  const topicId = known !== null && names.topic(known) !== undefined ? known : null

  // A new quote comes with the next answer of the notebook; its card can be opened only then.
  useEffect(() => {
    if (asked === null || !quotes.some(({ id }) => id === asked.id)) return
    setAsked(null)
    margin.current?.edit(asked.id, asked.field)
  }, [asked, quotes, margin])

  // A stance was chosen before there was a topic to take it towards: it goes to the first topic the quote gets.
  useEffect(() => {
    const pending = pendingStance.current
    const link = latestLink(quotes.find(({ id }) => id === pending?.id) ?? { links: [] })
    if (pending === null || link === undefined || link.id === link.topicId) return
    pendingStance.current = null
    if (link.stance !== pending.stance) void takeStance(pending.id, link.topicId, pending.stance, names)
  }, [quotes, names])

  const mark = async (stance: Stance | null = null): Promise<string | null> => {
    const handle = surface.current
    const range = handle?.selection()
    if (!handle || !range) return null
    const same = quotes.find(({ anchor }) => anchor.start === range.start && anchor.end === range.end)
    const id =
      same?.id ??
      (await createQuote(article, range, stance === null || topicId === null ? null : { topicId, stance }))
    if (id === null) return null
    handle.select({ start: range.end, end: range.end })
    activate(id)
    return id
  }

  const quoteHere = (): string | null => {
    const handle = surface.current
    return activeId ?? (handle === null ? null : quotesAt(quotes, handle.caret()).at(-1)?.id) ?? null
  }

  /** The quote an action is about; says what to do where there is none. */
  const target = async (): Promise<string | null> => {
    if (canMark && surface.current?.selection()) return mark()
    const here = quoteHere()
    if (here === null) toast.show({ message: t('reader.marking.chooseFirst') })
    else if (here !== activeId) activate(here)
    return here
  }

  const edit = async (field: CardField) => {
    const callOff = typeAhead()
    const id = await target()
    if (id !== null && canMark) setAsked({ id, field })
    else callOff()
  }

  const setStance = async (stance: Stance) => {
    if (!canMark) return
    const isNew = surface.current?.selection() != null
    const topicOf = (quoteId: string | null) =>
      latestLink(quotes.find(({ id }) => id === quoteId) ?? { links: [] })?.topicId ?? topicId
    const callOff = topicOf(isNew ? null : quoteHere()) === null ? typeAhead() : () => {}
    const id = isNew ? await mark(stance) : await target()
    if (id === null) return callOff()
    const quote = quotes.find((one) => one.id === id)
    const towards = topicOf(id)
    if (towards === null) {
      pendingStance.current = { id, stance }
      setAsked({ id, field: 'topic' })
      return
    }
    callOff()
    if (quote !== undefined) await takeStance(id, towards, stance, names)
  }

  return {
    topicId,
    mark: async () => {
      if (!canMark) return
      if ((await mark()) === null) toast.show({ message: t('reader.marking.selectFirst') })
    },
    setStance,
    edit,
    /** Opens a field of a quote that was just made, as soon as its card is there. */
    open: (id: string, field: CardField) => {
      activate(id)
      typeAhead()
      setAsked({ id, field })
    },
    target,
  }
}
