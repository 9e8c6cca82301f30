import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic, TopicStatus } from '#shared/domain/topic.ts'
import { act } from '../app/act.ts'
import { client, rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Select } from '../ui/select.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './topic-steps.module.css'

const statuses: readonly TopicStatus[] = ['open', 'proposed', 'agreed', 'final', 'blocked']

/** The way of a topic from open to settled: each step with its day and why, the latest first. */
export function TopicSteps({ topic }: { topic: Topic }) {
  const { t } = useTranslation()
  const { data: steps } = useQuery(rpc.topic.steps.queryOptions({ topicId: topic.id }))
  const [adding, setAdding] = useState(false)
  return (
    <section className={styles.section} aria-label={t('topics.steps')}>
      <header className={styles.head}>
        <h2>{t('topics.steps')}</h2>
        <IconButton
          size="small"
          label={t('topics.addStep')}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          <Plus />
        </IconButton>
      </header>
      {adding && <StepForm topic={topic} onClose={() => setAdding(false)} />}
      {steps?.length === 0 && !adding && <p className={styles.none}>{t('topics.noSteps')}</p>}
      <ol className={styles.steps}>
        {(steps ?? []).toReversed().map((step) => (
          <li key={step.id} className={styles.step} data-status={step.status}>
            <span className={styles.day}>
              {step.since === null ? t('topics.noDay') : <DateText short value={step.since} />}
            </span>
            <span className={styles.status}>{t(`topics.status.${step.status}`)}</span>
            <span className={styles.note} dir="auto">
              {step.note}
            </span>
            <IconButton
              size="small"
              label={t('topics.removeStep', { status: t(`topics.status.${step.status}`) })}
              onClick={() =>
                void act(() => client.topic.removeStep.mutate({ id: step.id }), t('topics.stepRemoved'))
              }
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ol>
    </section>
  )
}

function StepForm({ topic, onClose }: { topic: Topic; onClose(): void }) {
  const { t } = useTranslation()
  const [status, setStatus] = useState(topic.status)
  const [since, setSince] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const save = async () => {
    const saved = await act(() =>
      client.topic.saveStep.mutate({ topicId: topic.id, status, since, note: note.trim() }),
    )
    if (saved !== undefined) onClose()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key of the fields in it
    <div
      className={styles.form}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose()
      }}
    >
      <Field label={t('topics.statusLabel')}>
        {({ id }) => (
          <Select
            id={id}
            autoFocus
            value={status}
            choices={statuses.map((value) => ({ value, label: t(`topics.status.${value}`) }))}
            onChoose={setStatus}
          />
        )}
      </Field>
      <DateField label={t('topics.since')} value={since} onChange={setSince} />
      <Field label={t('topics.why')}>
        {(control) => (
          <TextInput {...control} value={note} onChange={({ target }) => setNote(target.value)} />
        )}
      </Field>
      <Button variant="primary" onClick={() => void save()}>
        {t('topics.saveStep')}
      </Button>
    </div>
  )
}
