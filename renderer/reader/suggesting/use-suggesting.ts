import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Article } from '#shared/domain/article.ts'
import { act, undoLatest } from '../../app/act.ts'
import type { NotebookNames } from '../../quotes/notebook-names.ts'
import { client, queryClient, rpc } from '../../rpc/client.ts'
import { announce } from '../../ui/live-region.tsx'
import { toast } from '../../ui/toast/toast.ts'
import type { ArticleSurfaceHandle } from '../article-surface.tsx'
import { type Proposal, proposalBeside, proposalFrom, startOf } from './group-suggestions.ts'
import { type ChosenSpeaker, proposedSpeaker } from './proposed-speaker.ts'
import { sureness } from './sureness.ts'
import type { Proposals } from './use-proposals.ts'

interface SuggestingOptions {
  article: Article
  revisionId: string
  text: string
  proposals: Proposals
  names: NotebookNames
  surface: RefObject<ArticleSurfaceHandle | null>
  scroller: RefObject<HTMLElement | null>
  /** The quote that is the active one. */
  activeId: string | null
  canMark: boolean
  activate(id: string): void
  /** Opens the topics of a quote that was just made. */
  openTopics(id: string): void
}

const nothing: readonly Proposal[] = []

/**
 * Walking through an article's suggestions. One is the current one: the first at or after the place where the walk is;
 * accepting and rejecting thereby lead on to the next. Choosing a quote ends the walk until it is taken up again, so that
 * the keys speak of the quote.
 */
export function useSuggesting(options: SuggestingOptions) {
  const { article, revisionId, text, proposals, names, surface, canMark } = options
  const { t } = useTranslation()
  /** Where the walk is, as an offset of the text; null while there is none. */
  const [at, setAt] = useState<number | null>(null)
  const [chosen, setChosen] = useState<{ key: string; speaker: ChosenSpeaker } | null>(null)
  const [teaches, setTeaches] = useState(true)
  const [isChoosing, setChoosing] = useState(false)
  /** Accepted here, and perhaps not heard of from the notebook yet. */
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
  const rejections = useRef<{ proposal: Proposal; after: string | undefined }[]>([])

  // The walk begins where the text was opened, unless it was opened for one of its quotes.
  const arrival = useRef({ activeId: options.activeId, scroller: options.scroller })
  useEffect(() => {
    const { activeId, scroller } = arrival.current
    const handle = surface.current
    if (activeId === null && handle !== null && scroller.current !== null)
      setAt(handle.offsetAtTop(scroller.current.getBoundingClientRect()))
  }, [surface])

  const waiting = useMemo(
    () => (proposals.isOn ? proposals.all.filter(({ key }) => !pending.has(key)) : nothing),
    [proposals.isOn, proposals.all, pending],
  )
  const current = at === null ? undefined : proposalFrom(waiting, at)
  const speakerOf = (one: Proposal) =>
    proposedSpeaker(one, chosen?.key === one.key ? chosen.speaker : null, names.actor)

  const tell = (one: Proposal, place: number, count: number) =>
    t('reader.suggestions.said', {
      place,
      count,
      speaker: speakerOf(one).name ?? t('reader.suggestions.unnamed'),
      kind: t(`reader.suggestions.kind.${one.kind}`),
      sureness: t(`reader.suggestions.sureness.${sureness(one.confidence)}`),
      words: text.slice(startOf(one), one.passages[0]?.end).slice(0, 200),
    })
  /** Goes to one of `among`, which is what will be waiting then. */
  const goTo = (one: Proposal | undefined, among = waiting, before = '') => {
    setChoosing(false)
    setTeaches(true)
    if (one === undefined) {
      toast.show({ message: t('reader.suggestions.none') })
      return
    }
    const [first] = one.passages
    setAt(startOf(one))
    if (first !== undefined) {
      surface.current?.select({ start: first.start, end: first.start })
      surface.current?.reveal(first)
    }
    announce([before, tell(one, among.indexOf(one) + 1, among.length)].filter(Boolean).join(' '))
  }
  const leadOn = (from: Proposal, before: string) => {
    const left = waiting.filter((one) => one !== from)
    goTo(proposalFrom(left, startOf(from)), left, before)
  }
  /** What is not on screen is looked at before anything is done with it. */
  const lookFirst = (one: Proposal): boolean => {
    const [first] = one.passages
    const passage = first && surface.current?.rectOf(first)
    const frame = options.scroller.current?.getBoundingClientRect()
    if (!passage || !frame || (passage.bottom > frame.top && passage.top < frame.bottom)) return false
    goTo(one)
    return true
  }

  const switchOn = () => {
    proposals.setOn(true)
    // Its keys are heard in the text, wherever the switch was pressed.
    surface.current?.focus()
    if (!proposals.isLoaded) return
    const all = [...proposals.all]
    goTo(proposalFrom(all, surface.current?.caret() ?? 0), all, t('reader.suggestions.on'))
  }
  const switchOff = () => {
    proposals.setOn(false)
    setChoosing(false)
    surface.current?.focus()
    announce(t('reader.suggestions.off'))
  }
  const letGo = useCallback(() => setAt(null), [])

  return {
    waiting,
    current,
    place: current === undefined ? 0 : waiting.indexOf(current) + 1,
    speaker: current === undefined ? null : speakerOf(current),
    isChoosing,
    setChoosing,
    teaches,
    setTeaches,
    isOn: proposals.isOn,
    switchOff,
    toggle: () => (proposals.isOn ? switchOff() : switchOn()),
    /** Something else is chosen now. */
    letGo,
    goToKey: (key: string) => goTo(waiting.find((one) => one.key === key)),
    step(direction: 1 | -1) {
      const caret = surface.current?.caret() ?? 0
      goTo(
        current === undefined && direction === 1
          ? proposalFrom(waiting, caret)
          : proposalBeside(waiting, current === undefined ? caret : startOf(current), direction),
      )
    },
    choose(speaker: ChosenSpeaker) {
      if (current === undefined) return
      setChosen({ key: current.key, speaker })
      setTeaches(true)
    },
    async accept(opensTopics: boolean): Promise<void> {
      if (current === undefined) return
      if (!canMark) return void toast.show({ message: t('reader.suggestions.cannotAccept') })
      if (lookFirst(current)) return
      const { speaker, name, alias } = speakerOf(current)
      const one = current
      setPending((keys) => new Set([...keys, one.key]))
      rejections.current = []
      const said = t('reader.suggestions.accepted', { speaker: name ?? t('reader.suggestions.unnamed') })
      if (opensTopics) {
        setAt(null)
        announce(said)
      } else leadOn(one, said)
      const accepted = await act(async () => {
        // As with every first quote: a step of its own, made before, so that Undo takes the quote back first.
        if (article.status === 'inbox')
          await client.article.setStatus.mutate({ ids: [article.id], status: 'reading' })
        return client.quote.accept.mutate({
          revisionId,
          passages: [...one.passages],
          speaker,
          ...(alias !== null && teaches ? { alias } : {}),
        })
      })
      const [id] = accepted?.quoteIds ?? []
      if (id !== undefined && opensTopics) options.openTopics(id)
      else if (id !== undefined) options.activate(id)
      if (accepted?.taught && alias !== null)
        toast.show({ message: t('reader.suggestions.taught', { alias, speaker: name }), tone: 'success' })
      await queryClient.refetchQueries({ queryKey: rpc.quote.suggest.queryKey({ revisionId }) })
      setPending((keys) => new Set([...keys].filter((key) => key !== one.key)))
    },
    async reject(): Promise<void> {
      if (current === undefined || !canMark || lookFirst(current)) return
      const one = current
      proposals.reject(one)
      leadOn(one, t('reader.suggestions.rejected'))
      const entry: (typeof rejections.current)[number] = { proposal: one, after: undefined }
      rejections.current.push(entry)
      entry.after = (await latestChange()) ?? ''
    },
    /** Whether a rejection may be what was done last; then `undo` takes it back, or else the notebook's last change. */
    mayUndo: () => rejections.current.length > 0,
    async undo(): Promise<void> {
      const last = rejections.current.pop()
      if (last === undefined || last.after !== ((await latestChange()) ?? '')) {
        rejections.current = []
        return undoLatest()
      }
      proposals.restore(last.proposal)
      setAt(startOf(last.proposal))
      toast.show({ message: t('reader.suggestions.restored') })
    },
  }
}

export type Suggesting = ReturnType<typeof useSuggesting>

async function latestChange(): Promise<string | undefined> {
  return (await client.journal.state.query()).undo?.id
}
