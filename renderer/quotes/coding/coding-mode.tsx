import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Stance } from '#shared/domain/link.ts'
import { act } from '../../app/act.ts'
import { paths } from '../../app/paths.ts'
import { useAppShortcuts } from '../../app/use-app-shortcuts.ts'
import { client, queryClient, rpc } from '../../rpc/client.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { announce } from '../../ui/live-region.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useNotebookNames } from '../notebook-names.ts'
import { ownCoderId } from '../own-coder.ts'
import { candidateTopics } from './candidate-topics.ts'
import { CodingDone } from './coding-done.tsx'
import styles from './coding-mode.module.css'
import { CodingHead } from './coding-head.tsx'
import { CodingQuote } from './coding-quote.tsx'
import { CodingTopics } from './coding-topics.tsx'

interface CodingModeProps {
  /** The quotes to code, in this order; it stays as it is while they change. */
  queue: readonly string[]
  /** The topic that all of it is about, where there is one. */
  topicId: string | null
  onLeave(): void
}

/**
 * One quote after another, from the keyboard alone: a key gives the stance on the topic in hand and brings the next quote.
 * The topic in hand is that of the filter, or else one the quote has, or the one that was coded last.
 */
export function CodingMode({ queue, topicId, onLeave }: CodingModeProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const names = useNotebookNames()
  const [place, setPlace] = useState(0)
  const [coded, setCoded] = useState<ReadonlySet<string>>(new Set())
  const [latest, setLatest] = useState<string | null>(topicId)
  const [picked, setPicked] = useState<string | null>(null)
  const [open, setOpen] = useState<'topic' | 'speaker' | 'date' | null>(null)
  const frame = useRef<HTMLElement>(null)
  const id = queue[place]
  const { data: quote, isError } = useQuery({
    ...rpc.quote.get.queryOptions({ id: id ?? '' }),
    enabled: id !== undefined,
  })
  const { data: suggestions } = useQuery({
    ...rpc.topic.suggest.queryOptions({ quoteId: id ?? '' }),
    enabled: id !== undefined,
  })
  const nextId = queue[place + 1]
  useEffect(() => {
    if (nextId === undefined) return
    void queryClient.prefetchQuery(rpc.quote.get.queryOptions({ id: nextId }))
    void queryClient.prefetchQuery(rpc.topic.suggest.queryOptions({ quoteId: nextId }))
  }, [nextId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus comes here with each quote
  useEffect(() => frame.current?.focus({ preventScroll: true }), [place])

  const candidates = candidateTopics(
    quote?.links ?? [],
    (suggestions ?? []).map((one) => one.topicId),
    [picked, topicId, latest],
    (one) => names.topic(one) !== undefined,
  )
  const current = picked ?? topicId ?? candidates[0] ?? null
  const go = (by: 1 | -1) => {
    const next = Math.min(Math.max(place + by, 0), queue.length)
    if (next === place) return
    setPlace(next)
    setPicked(null)
  }
  const give = async (stance: Stance, moveOn: boolean) => {
    if (quote === undefined) return
    if (current === null) {
      setOpen('topic')
      return
    }
    const topic = names.topicPath(current).at(-1) ?? ''
    announce(t('quotes.card.stanceSet', { topic, stance: t(`quotes.stance.${stance}`) }))
    setLatest(current)
    setCoded(new Set([...coded, quote.id]))
    if (moveOn) go(1)
    await act(async () =>
      client.link.set.mutate({
        quoteIds: [quote.id],
        topicId: current,
        stance,
        coderId: await ownCoderId(),
      }),
    )
  }
  const take = (stance: Stance) => ({
    on: () => void give(stance, true),
    stay: () => void give(stance, false),
  })
  const [supports, opposes, conditional, neutral] = [
    take('supports'),
    take('opposes'),
    take('conditional'),
    take('neutral'),
  ]
  const turn = (by: 1 | -1) => {
    if (candidates.length === 0) return
    const at = candidates.indexOf(current ?? '')
    const next = candidates[(at + by + candidates.length) % candidates.length]
    if (next !== undefined) setPicked(next)
  }
  const takeOff = () => {
    if (quote === undefined || current === null) return
    void act(async () =>
      client.link.remove.mutate({ quoteIds: [quote.id], topicId: current, coderId: await ownCoderId() }),
    )
  }
  useAppShortcuts({
    codingSupports: supports.on,
    codingOpposes: opposes.on,
    codingConditional: conditional.on,
    codingNeutral: neutral.on,
    codingStay: (event) => {
      const stays = [supports, opposes, conditional, neutral][Number(event.code.slice(-1)) - 1]
      stays?.stay()
    },
    codingNext: () => go(1),
    codingPrevious: () => go(-1),
    codingTopic: () => setOpen('topic'),
    codingTurn: (event) => turn(event.key === 'ArrowLeft' ? -1 : 1),
    codingSpeaker: () => setOpen('speaker'),
    codingDate: () => setOpen('date'),
    codingTakeOff: takeOff,
    codingOpen: (event) => {
      // Enter presses what has the focus, where that can be pressed.
      if (event.target instanceof Element && event.target.closest('button, a, input') !== null) return false
      if (quote !== undefined) navigate(paths.article(quote.articleId, quote.id))
      return true
    },
    codingLeave: onLeave,
  })
  return (
    <section ref={frame} className={styles.mode} tabIndex={-1} aria-label={t('quotes.coding.title')}>
      <CodingHead
        place={Math.min(place + 1, queue.length)}
        count={queue.length}
        coded={coded.size}
        onStep={go}
        onLeave={onLeave}
      />
      {id === undefined ? (
        <CodingDone coded={coded.size} count={queue.length} onLeave={onLeave} onBack={() => go(-1)} />
      ) : isError ? (
        <EmptyState icon={<Trash2 />} title={t('quotes.coding.gone')}>
          {t('quotes.coding.goneExplain')}
        </EmptyState>
      ) : quote === undefined ? (
        <Spinner />
      ) : (
        <div className={styles.desk}>
          <CodingQuote quote={quote} names={names} open={open === 'topic' ? null : open} onOpen={setOpen} />
          <CodingTopics
            quote={quote}
            names={names}
            candidates={candidates}
            suggestions={suggestions ?? []}
            current={current}
            onPick={setPicked}
            onStance={(stance) => void give(stance, true)}
            open={open === 'topic'}
            onOpenChange={(isOpen) => setOpen(isOpen ? 'topic' : null)}
            onClosed={() => frame.current?.focus({ preventScroll: true })}
          />
        </div>
      )}
    </section>
  )
}
