import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkDetails, QuoteLink } from '#shared/domain/link.ts'
import type { Quote } from '#shared/domain/quote.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import { ActorChoice } from './chain/actor-choice.tsx'
import { TopicChoice } from './chain/topic-choice.tsx'
import styles from './link-line.module.css'
import { setLink } from './quote-changes.ts'

interface LinkDetailsFormProps {
  quote: Quote
  link: QuoteLink
  onClose(): void
}

const degrees = ['none', '1', '2', '3'] as const

/** The condition of a position and what it points to, the red line, and how strong and how sure it is. Each is kept as it is given. */
export function LinkDetailsForm({ quote, link, onClose }: LinkDetailsFormProps) {
  const { t } = useTranslation()
  const [condition, setCondition] = useState(link.condition ?? '')
  const set = (details: Partial<LinkDetails>) =>
    void setLink(
      quote,
      link.topicId,
      details.condition && link.stance === 'neutral' ? 'conditional' : link.stance,
      details,
    )
  const keepCondition = () => {
    const written = condition.trim()
    if (written !== (link.condition ?? '')) set({ condition: written === '' ? null : written })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    keepCondition()
    onClose()
  }
  const degree = (name: 'strength' | 'confidence') => (
    <div className={styles.degree}>
      <span>{t(`quotes.link.${name}`)}</span>
      <SegmentedControl
        label={t(`quotes.link.${name}`)}
        value={degrees.find((value) => value === String(link[name])) ?? 'none'}
        segments={degrees.map((value) => ({
          value,
          label: value === 'none' ? t('quotes.link.notSaid') : t(`quotes.${name}.${value}`),
        }))}
        onChoose={(value) => set({ [name]: value === 'none' ? null : Number(value) })}
      />
    </div>
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key of the fields in it
    <div className={styles.form} onKeyDown={onKeyDown}>
      <Field label={t('quotes.link.condition')} hint={t('quotes.link.conditionHint')}>
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            className={styles.condition}
            value={condition}
            onChange={({ target }) => setCondition(target.value)}
            onBlur={keepCondition}
          />
        )}
      </Field>
      <div className={styles.targets}>
        <Field label={t('quotes.link.conditionTopic')}>
          {({ id }) => (
            <TopicChoice
              id={id}
              label={t('quotes.link.conditionTopic')}
              missing={t('quotes.link.noTopic')}
              clear={t('quotes.chain.clear')}
              value={link.conditionTopicId}
              onChange={(conditionTopicId) => set({ conditionTopicId })}
            />
          )}
        </Field>
        <Field label={t('quotes.link.conditionActor')}>
          {({ id }) => (
            <ActorChoice
              id={id}
              label={t('quotes.link.conditionActor')}
              missing={t('quotes.link.noActor')}
              clear={t('quotes.chain.clear')}
              value={link.conditionActorId}
              onChange={(conditionActorId) => set({ conditionActorId })}
            />
          )}
        </Field>
      </div>
      <DateField label={t('quotes.link.byDate')} value={link.byDate} onChange={(byDate) => set({ byDate })} />
      <Field label={t('quotes.link.redLine')} hint={t('quotes.link.redLineHint')} layout="row">
        {(control) => (
          <Switch
            id={control.id}
            aria-describedby={control['aria-describedby']}
            checked={link.redLine}
            onChange={(redLine) => set({ redLine })}
          />
        )}
      </Field>
      {degree('strength')}
      {degree('confidence')}
      <Button
        variant="primary"
        className={styles.done}
        onClick={() => {
          keepCondition()
          onClose()
        }}
      >
        {t('quotes.link.done')}
      </Button>
    </div>
  )
}
