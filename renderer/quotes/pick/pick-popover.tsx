import { type ReactElement, type ReactNode, useMemo, useState } from 'react'
import type { PickerOption } from '../../ui/picker/choose-options.ts'
import { Picker, type PickerProps } from '../../ui/picker/picker.tsx'
import { Popover } from '../../ui/popover.tsx'
import styles from './pick.module.css'

/** What can be said of a pick, whatever is picked. */
export interface PickProps {
  trigger: ReactElement
  label: string
  chosenId?: string | null | undefined
  onChoose(id: string): void
  /** Further choices below the names. */
  others?: readonly { id: string; label: string; onChoose(): void }[]
  /** A name nobody has yet is made. */
  canCreate?: boolean
  open?: boolean
  onOpenChange?(open: boolean): void
  onCloseAutoFocus?(event: Event): void
  /** Above the names: what is chosen together with one. */
  children?: ReactNode
}

interface PickListProps<Option extends PickerOption>
  extends Required<Pick<PickerProps<Option>, 'placeholder' | 'renderOption'>> {
  pick: PickProps
  /** Asked for while the panel is open, when it is another function than before. */
  optionsOf(): readonly Option[]
  /** Makes the name that was typed, where `canCreate` says so. */
  onCreate(name: string): void
}

/** One of many names behind a button, with the panel in which it is found. */
export function PickPopover<Option extends PickerOption>(props: PickListProps<Option>) {
  const { trigger, label, onCloseAutoFocus } = props.pick
  const [isOpen, setOpen] = useState(false)
  const change = props.pick.onOpenChange ?? setOpen
  return (
    <Popover
      label={label}
      trigger={trigger}
      open={props.pick.open ?? isOpen}
      onOpenChange={change}
      {...(onCloseAutoFocus && { onCloseAutoFocus })}
    >
      <PickList {...props} onClose={() => change(false)} />
    </Popover>
  )
}

function PickList<Option extends PickerOption>(props: PickListProps<Option> & { onClose(): void }) {
  const { pick, placeholder, optionsOf, onCreate, renderOption, onClose } = props
  const { label, chosenId, onChoose, others = [], canCreate = false, children } = pick
  const options = useMemo(optionsOf, [optionsOf])
  return (
    <div className={styles.panel}>
      {children}
      <Picker
        label={label}
        placeholder={placeholder}
        options={options}
        chosen={new Set(chosenId == null ? [] : [chosenId])}
        autoFocus
        onChoose={({ id }) => onChoose(id)}
        {...(canCreate && { onCreate })}
        onClose={onClose}
        renderOption={renderOption}
      />
      {others.map((other) => (
        <button
          key={other.id}
          type="button"
          className={styles.entry}
          onClick={() => {
            other.onChoose()
            onClose()
          }}
        >
          {other.label}
        </button>
      ))}
    </div>
  )
}
