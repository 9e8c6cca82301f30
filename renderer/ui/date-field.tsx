import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'
import { useFormatLocale } from './format-locale.ts'
import { formatPartialDate, type PartialDate, readPartialDate } from './partial-date.ts'
import { TextInput } from './text-input.tsx'

interface DateFieldProps {
  label: string
  value: PartialDate | null
  /** Called on leaving the field or Enter, with a date that exists, or null for none. */
  onChange(value: PartialDate | null): void
  hideLabel?: boolean
  disabled?: boolean
  autoFocus?: boolean
}

/** A date typed freely and as exact as it is known; shows what was understood. */
export function DateField({ label, value, onChange, hideLabel, disabled, autoFocus }: DateFieldProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const [text, setText] = useState(value ?? '')
  const [left, setLeft] = useState(false)
  useEffect(() => setText(value ?? ''), [value])

  const reading = readPartialDate(text)
  const isWrong = reading.kind === 'unreadable' || reading.kind === 'impossible'
  const commit = () => {
    setLeft(true)
    if (isWrong) return
    const next = reading.kind === 'date' ? reading.value : null
    setText(next ?? '')
    if (next !== value) onChange(next)
  }
  return (
    <Field
      label={label}
      hideLabel={hideLabel ?? false}
      error={isWrong && left ? t(`ui.date.${reading.kind}`) : undefined}
      hint={reading.kind === 'date' ? formatPartialDate(reading.value, locale) : t('ui.date.hint')}
    >
      {(control) => (
        <TextInput
          {...control}
          dir="ltr"
          disabled={disabled}
          autoFocus={autoFocus}
          placeholder={t('ui.date.placeholder')}
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setLeft(false)
          }}
          onBlur={commit}
          onKeyDown={({ key }) => {
            if (key === 'Enter') commit()
          }}
        />
      )}
    </Field>
  )
}
