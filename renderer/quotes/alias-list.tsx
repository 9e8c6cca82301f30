import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanWrite } from '../app/can-write.ts'
import { Chip } from '../ui/chip.tsx'
import { TextInput } from '../ui/text-input.tsx'
import styles from './alias-list.module.css'
import { Fact } from './page-head.tsx'

interface AliasListProps {
  aliases: readonly string[]
  onChange(aliases: string[]): void
}

/** The other names of a topic or an actor, in any script; typing one and Enter adds it. */
export function AliasList({ aliases, onChange }: AliasListProps) {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const [draft, setDraft] = useState('')
  const add = () => {
    const alias = draft.trim()
    setDraft('')
    if (alias !== '' && !aliases.includes(alias)) onChange([...aliases, alias])
  }
  return (
    <Fact label={t('quotes.aliases')}>
      {aliases.map((alias) => (
        <Chip
          key={alias}
          name={alias}
          {...(canWrite && { onRemove: () => onChange(aliases.filter((other) => other !== alias)) })}
        />
      ))}
      {canWrite && (
        <TextInput
          className={styles.input}
          dir="auto"
          aria-label={t('quotes.addAlias')}
          placeholder={t('quotes.addAlias')}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
          onBlur={add}
        />
      )}
    </Fact>
  )
}
