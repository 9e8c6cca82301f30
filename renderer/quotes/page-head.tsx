import { MoreHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanWrite } from '../app/can-write.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import type { MenuEntry } from '../ui/menu-items.tsx'
import { EditableText } from './editable-text.tsx'
import styles from './page-head.module.css'

interface PageHeadProps {
  nameLabel: string
  name: string
  onName(name: string): void
  descriptionLabel: string
  description: string
  onDescription(description: string): void
  /** What can be done to the whole of it. */
  actions: readonly MenuEntry[]
  /** Where it belongs, above the name. */
  above?: ReactNode
  /** `Fact`s. */
  children: ReactNode
}

/** The head of a topic's or an actor's page: everything known about it, each written where it stands. */
export function PageHead(props: PageHeadProps) {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  return (
    <header className={styles.head}>
      {props.above && <div className={styles.above}>{props.above}</div>}
      <div className={styles.line}>
        <EditableText
          as="h1"
          label={props.nameLabel}
          value={props.name}
          onChange={props.onName}
          readOnly={!canWrite}
          className={styles.name}
        />
        {canWrite && (
          <Menu
            align="end"
            entries={props.actions}
            trigger={
              <IconButton label={t('quotes.more')}>
                <MoreHorizontal />
              </IconButton>
            }
          />
        )}
      </div>
      {(canWrite || props.description !== '') && (
        <EditableText
          as="p"
          multiline
          label={props.descriptionLabel}
          value={props.description}
          onChange={props.onDescription}
          readOnly={!canWrite}
          className={styles.description}
        />
      )}
      <fieldset className={styles.facts} disabled={!canWrite}>
        {props.children}
      </fieldset>
    </header>
  )
}

/** One thing that is known: its name at the start of the line, its control beside it. */
export function Fact({ label, htmlFor, children }: { label: string; htmlFor?: string; children: ReactNode }) {
  return (
    <>
      {htmlFor === undefined ? (
        <span className={styles.label}>{label}</span>
      ) : (
        <label htmlFor={htmlFor} className={styles.label}>
          {label}
        </label>
      )}
      <div className={styles.value}>{children}</div>
    </>
  )
}
