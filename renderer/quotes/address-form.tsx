import { type ReactNode, useState } from 'react'
import { isSafeLink } from '#shared/document/schema.ts'
import { TextInput } from '../ui/text-input.tsx'

interface AddressFormProps {
  label: string
  /** The address to begin with. */
  address: string
  /** Called with an address that a text may link to; `https` where none was said how. */
  onTake(href: string): void
  onCancel(): void
  className?: string | undefined
  /** Beside the field. */
  children?: ReactNode
}

/** Asks where words are to lead: Enter takes the address, Escape leaves it; one that nothing may link to is marked as wrong. */
export function AddressForm({ label, address, onTake, onCancel, className, children }: AddressFormProps) {
  const [written, setWritten] = useState(address)
  const [isWrong, setWrong] = useState(false)
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault()
        const href = /^[a-z]+:/i.test(written.trim()) ? written.trim() : `https://${written.trim()}`
        if (isSafeLink(href)) onTake(href)
        else setWrong(true)
      }}
    >
      <TextInput
        aria-label={label}
        aria-invalid={isWrong || undefined}
        placeholder="https://"
        dir="ltr"
        autoFocus
        value={written}
        onChange={({ target }) => {
          setWritten(target.value)
          setWrong(false)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          onCancel()
        }}
      />
      {children}
    </form>
  )
}
