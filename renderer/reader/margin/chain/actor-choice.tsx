import { useMemo, useState } from 'react'
import { cx } from '../../../ui/cx.ts'
import { Picker } from '../../../ui/picker/picker.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { useMargin } from '../card-context.ts'
import fields from '../fields.module.css'
import { speakerOptions } from '../picker-options.ts'
import { ensureActor } from '../quote-changes.ts'
import styles from './chain.module.css'

interface ActorChoiceProps {
  id: string
  label: string
  value: string | null
  missing: string
  /** What the entry says that takes the name back. */
  clear: string
  onChange(actorId: string | null): void
}

/** A name to press, and behind it everybody it might be. */
export function ActorChoice({ id, label, value, missing, clear, onChange }: ActorChoiceProps) {
  const { names, quotes } = useMargin()
  const [open, setOpen] = useState(false)
  const options = useMemo(() => speakerOptions(names.actors, quotes()), [names.actors, quotes])
  const chosen = value === null ? undefined : names.actor(value)
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" id={id} className={cx(styles.choice, chosen === undefined && styles.missing)}>
          <bdi>{chosen?.name ?? missing}</bdi>
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
          onCreate={async (name) => {
            const created = await ensureActor(name)
            if (created !== undefined) onChange(created)
          }}
          onClose={() => setOpen(false)}
          renderOption={({ label: name, note }) => (
            <>
              <bdi>{name}</bdi>
              {note !== '' && <bdi className={fields.note}>{note}</bdi>}
            </>
          )}
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
