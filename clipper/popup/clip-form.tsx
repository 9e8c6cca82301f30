import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Stance } from '#shared/domain/link.ts'
import type { Door } from '../background/door.ts'
import { remember } from '../background/pairing.ts'
import { api } from '../extension-api.ts'
import { t } from '../i18n.ts'
import type { ClipOrder, ClipOutcome, Request } from '../protocol.ts'
import { ChoiceGroup } from './choice-group.tsx'
import styles from './clip-form.module.css'
import { Combobox } from './combobox.tsx'
import controls from './controls.module.css'
import type { Choice } from './filter-names.ts'
import { labelOf, quoteOf } from './quote-of.ts'
import type { Situation } from './situation.ts'
import { StanceChoice } from './stance-choice.tsx'

type Mode = 'page' | 'selection' | 'quote'
const modes: readonly Mode[] = ['quote', 'selection', 'page']
const recentKept = 12

interface ClipFormProps {
  situation: Situation
  door: Door | undefined
  onDone(outcome: ClipOutcome): void
}

/** What to clip: with something selected, first of all a quote; else the page. */
export function ClipForm({ situation, door, onDone }: ClipFormProps) {
  const { glance, names, recent, tabId, url } = situation
  const selection = glance?.selection ?? null
  const [mode, setMode] = useState<Mode>(selection === null ? 'page' : 'quote')
  const [speaker, setSpeaker] = useState<Choice | null>(null)
  const [topic, setTopic] = useState<Choice | null>(null)
  const [stance, setStance] = useState<Stance>('neutral')
  const [isBusy, setBusy] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (selection === null) button.current?.focus()
  }, [selection])
  const actors = useMemo(
    () => names.actors.map(({ id, name, aliases }): Choice => ({ id, label: name, also: aliases })),
    [names],
  )
  const topics = useMemo(
    () => names.topics.map(({ id, path }): Choice => ({ id, label: labelOf(path), also: path.slice(-1) })),
    [names],
  )
  if (!/^https?:/.test(url)) return null
  const isKnown = door?.state.page != null
  const doing = mode === 'page' && isKnown ? 'again' : mode

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const chosen = [speaker?.id, topic?.id].filter((id) => id !== undefined)
    if (chosen.length > 0)
      await remember({
        recent: [...chosen, ...recent.filter((id) => !chosen.includes(id))].slice(0, recentKept),
      })
    const order: ClipOrder = {
      tabId,
      wanted: mode === 'selection' ? { kind: 'selection' } : { kind: 'page' },
      notebookId: situation.notebook?.id ?? null,
      ...(mode === 'quote' && selection !== null
        ? { quote: quoteOf(selection, speaker, topic, stance) }
        : {}),
    }
    const answer = await api.runtime.sendMessage({ kind: 'clip', order } satisfies Request)
    setBusy(false)
    onDone(answer as ClipOutcome)
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      {selection !== null && (
        <>
          <ChoiceGroup<Mode>
            label={t('mode.label')}
            name="mode"
            value={mode}
            options={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
            onChange={setMode}
          />
          {mode !== 'page' && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long passage has to be scrolled from the keyboard too
            <blockquote className={styles.passage} aria-label={t('selected')} dir="auto" tabIndex={0}>
              {selection.exact}
            </blockquote>
          )}
        </>
      )}
      {mode === 'quote' && (
        <>
          <Combobox
            label={t('speaker')}
            placeholder={t('speakerHint')}
            choices={actors}
            recent={recent}
            value={speaker}
            onChange={setSpeaker}
            autoFocus
          />
          <Combobox
            label={t('topic')}
            placeholder={t('topicHint')}
            choices={topics}
            recent={recent}
            value={topic}
            onChange={setTopic}
          />
          {topic !== null && <StanceChoice value={stance} onChange={setStance} />}
        </>
      )}
      <button ref={button} type="submit" className={controls.primary} aria-disabled={isBusy}>
        {t(isBusy ? 'do.working' : `do.${doing}`)}
      </button>
    </form>
  )
}
