import { useEffect, useState } from 'react'
import { cx } from '../ui/cx.ts'
import styles from './editable-text.module.css'

interface EditableTextProps {
  as: 'h1' | 'p'
  label: string
  value: string
  /** Called with what was written, on leaving the field or Enter; never with what it was. */
  onChange(value: string): void
  multiline?: boolean
  /** It can be read and copied, and not changed. */
  readOnly?: boolean
  className?: string | undefined
}

/** Text that is edited where it stands. Escape puts back what was there; an empty single line is not taken. */
export function EditableText({
  as: Tag,
  label,
  value,
  onChange,
  multiline = false,
  readOnly = false,
  className,
}: EditableTextProps) {
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  const commit = () => {
    const written = draft.trim()
    if (written === value) return
    if (written === '' && !multiline) setDraft(value)
    else onChange(written)
  }
  const shared = {
    'aria-label': label,
    placeholder: label,
    dir: 'auto',
    value: draft,
    readOnly,
    onBlur: commit,
    className: styles.input,
  } as const
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      setDraft(value)
    } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.currentTarget.blur()
    }
  }
  return (
    <Tag className={cx(styles.text, className)}>
      {multiline ? (
        <textarea
          {...shared}
          rows={2}
          onChange={({ target }) => setDraft(target.value)}
          onKeyDown={onKeyDown}
        />
      ) : (
        <input
          {...shared}
          type="text"
          onChange={({ target }) => setDraft(target.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </Tag>
  )
}
