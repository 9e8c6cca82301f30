import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { speakerOptions } from '../../reader/margin/picker-options.ts'
import { ensureActor } from '../../reader/margin/quote-changes.ts'
import { useNotebookNames } from '../notebook-names.ts'
import styles from './pick.module.css'
import { PickPopover, type PickProps } from './pick-popover.tsx'

/** Everybody who can be named, behind a button, found by any of their names; a name nobody has yet becomes an actor. */
export function PickSpeaker(props: PickProps) {
  const { t } = useTranslation()
  const { actors } = useNotebookNames()
  const optionsOf = useCallback(() => speakerOptions(actors, []), [actors])
  const create = async (name: string) => {
    const id = await ensureActor(name)
    if (id !== undefined) props.onChoose(id)
  }
  return (
    <PickPopover
      pick={props}
      placeholder={t('quotes.card.speakerFind')}
      optionsOf={optionsOf}
      onCreate={(name) => void create(name)}
      renderOption={({ label, note }) => (
        <>
          <bdi>{label}</bdi>
          {note !== '' && <bdi className={styles.note}>{note}</bdi>}
        </>
      )}
    />
  )
}
