import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { TextInput } from '../../../ui/text-input.tsx'
import styles from './chain.module.css'

/** One link of the chain: what it is at the start of the line, what is known of it beside that. */
export function ChainRow({ label, children }: { label: string; children(id: string): ReactNode }) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.cell}>{children(id)}</div>
    </>
  )
}

interface ChainTextProps {
  label: string
  value: string | null
  /** Shown while nothing is known. */
  missing: string
  onChange(value: string | null): void
  list?: string | undefined
}

/** A fact in a few words, written where it stands: taken on leaving the field or Enter, put back by Escape. */
export function ChainText({ label, value, missing, onChange, list }: ChainTextProps) {
  const [draft, setDraft] = useState(value ?? '')
  const isGivenUp = useRef(false)
  useEffect(() => setDraft(value ?? ''), [value])
  const commit = () => {
    const written = isGivenUp.current ? (value ?? '') : draft.trim()
    isGivenUp.current = false
    setDraft(written)
    if (written !== (value ?? '')) onChange(written === '' ? null : written)
  }
  return (
    <ChainRow label={label}>
      {(id) => (
        <TextInput
          id={id}
          list={list}
          className={styles.input}
          placeholder={missing}
          maxLength={200}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
            // The card takes the focus next, and leaving the field would keep what is to be given up.
            if (event.key === 'Escape') isGivenUp.current = true
          }}
        />
      )}
    </ChainRow>
  )
}
