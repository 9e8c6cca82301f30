import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { speakerOptions } from '../../reader/margin/picker-options.ts'
import { ensureActor } from '../../reader/margin/quote-changes.ts'
import { Picker } from '../../ui/picker/picker.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useNotebookNames } from '../notebook-names.ts'
import styles from './pick.module.css'

interface PickSpeakerProps {
  trigger: ReactElement
  label: string
  chosenId?: string | null | undefined
  onChoose(actorId: string): void
  /** Further choices below the names. */
  others?: readonly { id: string; label: string; onChoose(): void }[]
  /** A name nobody has yet becomes an actor. */
  canCreate?: boolean
  open?: boolean
  onOpenChange?(open: boolean): void
}

/** Everybody who can be named, behind a button, found by any of their names. */
export function PickSpeaker(props: PickSpeakerProps) {
  const { trigger, label, chosenId, onChoose, others = [], canCreate = false } = props
  const { t } = useTranslation()
  const names = useNotebookNames()
  const [isOpen, setOpen] = useState(false)
  const open = props.open ?? isOpen
  const change = props.onOpenChange ?? setOpen
  const options = useMemo(() => (open ? speakerOptions(names.actors, []) : []), [open, names.actors])
  return (
    <Popover label={label} trigger={trigger} open={open} onOpenChange={change}>
      <div className={styles.panel}>
        <Picker
          label={label}
          placeholder={t('quotes.card.speakerFind')}
          options={options}
          chosen={new Set(chosenId == null ? [] : [chosenId])}
          autoFocus
          onChoose={({ id }) => onChoose(id)}
          {...(canCreate && {
            onCreate: async (name: string) => {
              const id = await ensureActor(name)
              if (id !== undefined) onChoose(id)
            },
          })}
          onClose={() => change(false)}
          renderOption={({ label: name, note }) => (
            <>
              <bdi>{name}</bdi>
              {note !== '' && <bdi className={styles.note}>{note}</bdi>}
            </>
          )}
        />
        {others.map((other) => (
          <button
            key={other.id}
            type="button"
            className={styles.entry}
            onClick={() => {
              other.onChoose()
              change(false)
            }}
          >
            {other.label}
          </button>
        ))}
      </div>
    </Popover>
  )
}
