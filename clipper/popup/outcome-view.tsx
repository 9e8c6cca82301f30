import { useEffect, useRef } from 'react'
import { t } from '../i18n.ts'
import type { ClipOutcome } from '../protocol.ts'
import controls from './controls.module.css'
import styles from './outcome-view.module.css'

type Tone = 'good' | 'careful' | 'bad'

/** What became of the clip, in a sentence, and what to do about it where there is something to do. */
export function OutcomeView({ outcome, onBack }: { outcome: ClipOutcome; onBack(): void }) {
  const done = useRef<HTMLButtonElement>(null)
  useEffect(() => done.current?.focus(), [])
  const { tone, title, lines } = describeOutcome(outcome)
  return (
    <section className={styles.view}>
      <div role="status" className={styles.words} data-tone={tone}>
        <Sign tone={tone} />
        <div>
          <h2 className={styles.title}>{title}</h2>
          {lines.map((line) => (
            <p key={line} className={styles.line}>
              {line}
            </p>
          ))}
        </div>
      </div>
      <div className={styles.buttons}>
        <button type="button" className={controls.plain} onClick={onBack}>
          {t('done.back')}
        </button>
        <button ref={done} type="button" className={controls.primary} onClick={() => close()}>
          {t('done.close')}
        </button>
      </div>
    </section>
  )
}

function describeOutcome(outcome: ClipOutcome): { tone: Tone; title: string; lines: string[] } {
  switch (outcome.kind) {
    case 'stored': {
      const { quote, lost } = outcome
      const title = t(`done.${quote ?? outcome.outcome}`)
      const why = quote === 'similar' || quote === 'noted' ? [t(`done.${quote}Why`)] : []
      const losses = lost > 0 ? [t('done.lost', { count: lost })] : []
      const lines = [...why, ...losses]
      return { tone: lines.length > 0 ? 'careful' : 'good', title, lines }
    }
    case 'waiting':
      return { tone: 'careful', title: t('done.waiting'), lines: [t('done.waitingWhy')] }
    case 'refused':
      return { tone: 'bad', title: t('done.refused'), lines: [wordsFor(outcome.code, outcome.message)] }
    case 'failed':
      return { tone: 'bad', title: t('done.failed'), lines: [wordsFor(outcome.code, '')] }
  }
}

/** Our own words for the code, else those that the app sent. */
export function wordsFor(code: string, message: string): string {
  const own = t(`codes.${code}`)
  return own === `codes.${code}` ? message || t('codes.internal') : own
}

const signs: Record<Tone, string> = {
  good: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  careful: 'M8 3.5V9M8 12.2v.3',
  bad: 'M4 4l8 8M12 4l-8 8',
}

function Sign({ tone }: { tone: Tone }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" className={styles.sign} aria-hidden="true">
      <path
        d={signs[tone]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
