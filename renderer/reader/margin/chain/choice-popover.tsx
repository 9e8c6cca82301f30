import { useState } from 'react'
import { cx } from '../../../ui/cx.ts'
import type { PickerOption } from '../../../ui/picker/choose-options.ts'
import { Picker, type PickerProps } from '../../../ui/picker/picker.tsx'
import { Popover } from '../../../ui/popover.tsx'
import fields from '../fields.module.css'
import styles from './chain.module.css'

/** What a field of the chain says of its choice. */
export interface ChoiceProps {
  id: string
  label: string
  value: string | null
  missing: string
  /** What the entry says that takes the choice back. */
  clear: string
  onChange(id: string | null): void
}

interface ChoicePopoverProps<Option extends PickerOption>
  extends Pick<PickerProps<Option>, 'options' | 'onCreate' | 'renderOption'> {
  choice: ChoiceProps
  /** The name of what is chosen; undefined where nothing is, or it is gone. */
  name: string | undefined
}

/** A name to press, and behind it everything it might be. */
export function ChoicePopover<Option extends PickerOption>(props: ChoicePopoverProps<Option>) {
  const { choice, name, ...picking } = props
  const { id, label, value, missing, clear, onChange } = choice
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" id={id} className={cx(styles.choice, name === undefined && styles.missing)}>
          <bdi>{name ?? missing}</bdi>
        </button>
      }
    >
      <div className={fields.panel}>
        <Picker
          {...picking}
          label={label}
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
