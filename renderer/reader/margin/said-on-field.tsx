import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { chordOf, type ShortcutId } from '../../app/shortcut-table.ts'
import { DateField } from '../../ui/date-field.tsx'
import { formatPartialDate, readPartialDate } from '../../ui/partial-date.ts'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { isShortcut } from './is-shortcut.ts'
import { useMargin } from './card-context.ts'
import { dayBefore, dayOf } from './day-of.ts'
import { FieldPopover } from './field-popover.tsx'
import type { FieldProps } from './field-props.ts'
import styles from './fields.module.css'
import { setSaidOn } from './quote-changes.ts'

/** When it was said, as exact as it is known. */
export function SaidOnField({ quote, open, onOpenChange, onDone }: FieldProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const { readOnly } = useMargin()
  const date = quote.saidOn === null ? null : formatPartialDate(quote.saidOn, locale, 'short')
  if (readOnly) return date === null ? null : <span className={styles.date}>{date}</span>
  return (
    <FieldPopover
      label={t('quotes.card.saidOn')}
      valueLabel={date === null ? undefined : t('quotes.card.saidOnIs', { date })}
      isMissing={date === null}
      className={styles.date}
      value={date ?? t('quotes.card.saidOnNone')}
      open={open}
      onOpenChange={onOpenChange}
      onDone={onDone}
    >
      <SaidOnPanel quote={quote} onClose={() => onOpenChange(false)} />
    </FieldPopover>
  )
}

function SaidOnPanel({ quote, onClose }: { quote: FieldProps['quote']; onClose(): void }) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const { article } = useMargin()
  const published = dayOf(article.publishedAt)
  const take = (date: string | null) => {
    if (date !== quote.saidOn) void setSaidOn(quote, date)
    onClose()
  }
  const choices: { id: ShortcutId; date: string | null; label: string }[] = [
    ...(published === null
      ? []
      : [
          { id: 'cardPublished' as const, date: published, label: t('quotes.card.saidOnPublished') },
          {
            id: 'cardDayBefore' as const,
            date: dayBefore(published),
            label: t('quotes.card.saidOnDayBefore'),
          },
        ]),
    ...(quote.saidOn === null
      ? []
      : [{ id: 'cardNoDate' as const, date: null, label: t('quotes.card.saidOnClear') }]),
  ]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const choice = choices.find(({ id }) => isShortcut(id, event))
    if (choice !== undefined) {
      event.preventDefault()
      take(choice.date)
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      const { kind } = readPartialDate(event.target.value)
      if (kind === 'date' || kind === 'empty') onClose()
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and the buttons in it
    <div className={styles.panel} onKeyDown={onKeyDown}>
      <DateField
        label={t('quotes.card.saidOn')}
        value={quote.saidOn}
        onChange={(date) => void setSaidOn(quote, date)}
        autoFocus
      />
      {choices.map(({ id, date, label }) => (
        <button key={id} type="button" className={styles.choice} onClick={() => take(date)}>
          <span>
            {label}
            {date !== null && <span className={styles.note}>{formatPartialDate(date, locale, 'short')}</span>}
          </span>
          <Kbd chord={chordOf(id)} />
        </button>
      ))}
    </div>
  )
}
