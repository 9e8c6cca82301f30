import { useMemo } from 'react'
import { useMargin } from '../card-context.ts'
import fields from '../fields.module.css'
import { speakerOptions } from '../picker-options.ts'
import { ensureActor } from '../quote-changes.ts'
import { ChoicePopover, type ChoiceProps } from './choice-popover.tsx'

/** A name to press, and behind it everybody it might be. */
export function ActorChoice(props: ChoiceProps) {
  const { names, quotes } = useMargin()
  const options = useMemo(() => speakerOptions(names.actors, quotes()), [names.actors, quotes])
  return (
    <ChoicePopover
      choice={props}
      name={props.value === null ? undefined : names.actor(props.value)?.name}
      options={options}
      onCreate={async (name) => {
        const created = await ensureActor(name)
        if (created !== undefined) props.onChange(created)
      }}
      renderOption={({ label, note }) => (
        <>
          <bdi>{label}</bdi>
          {note !== '' && <bdi className={fields.note}>{note}</bdi>}
        </>
      )}
    />
  )
}
