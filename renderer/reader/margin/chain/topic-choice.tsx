import { useMemo, useState } from 'react'
import { cx } from '../../../ui/cx.ts'
import { Picker } from '../../../ui/picker/picker.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { useMargin } from '../card-context.ts'
import fields from '../fields.module.css'
import { topicOptions } from '../picker-options.ts'
import styles from './chain.module.css'

interface TopicChoiceProps {
  id: string
  label: string
  value: string | null
  missing: string
  clear: string
  onChange(topicId: string | null): void
}

/** A topic to press, and behind it all of them. */
export function TopicChoice({ id, label, value, missing, clear, onChange }: TopicChoiceProps) {
  const { names, quotes } = useMargin()
  const [open, setOpen] = useState(false)
  const options = useMemo(() => topicOptions(names.topics, names.topicPath, quotes()), [names, quotes])
  const path = value === null ? [] : names.topicPath(value)
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" id={id} className={cx(styles.choice, path.length === 0 && styles.missing)}>
          <bdi>{path.at(-1) ?? missing}</bdi>
        </button>
      }
    >
      <div className={fields.panel}>
        <Picker
          label={label}
          options={options}
          chosen={new Set(value === null ? [] : [value])}
          autoFocus
          onChoose={(option) => option.id !== value && onChange(option.id)}
          onClose={() => setOpen(false)}
        />
        {value !== null && (
          <button
            type="button"
            className={fields.choice}
            onClick={() => {
              onChange(null)
              setOpen(false)
            }}
          >
            {clear}
          </button>
        )}
      </div>
    </Popover>
  )
}
