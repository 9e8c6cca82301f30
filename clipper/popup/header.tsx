import type { Door } from '../background/door.ts'
import { remember } from '../background/pairing.ts'
import { t } from '../i18n.ts'
import styles from './header.module.css'
import { notebookOf, type Situation } from './situation.ts'

interface HeaderProps {
  situation: Situation
  door: Door | undefined
  onChoose(door: Door): void
}

/** Which notebook clips go to, to be chosen where several are open, and whether it is open at all. */
export function Header({ situation: { doors, notebook }, door, onChoose }: HeaderProps) {
  const choose = (id: string) => {
    const next = doors.find(({ state }) => state.notebook.id === id)
    if (next === undefined) return
    void remember({ notebook: notebookOf(next) })
    onChoose(next)
  }
  const state = door === undefined ? 'closed' : door.state.notebook.isReadOnly ? 'readOnly' : 'open'
  return (
    <header className={styles.header}>
      <Logo />
      {doors.length > 1 ? (
        <select
          className={styles.choice}
          aria-label={t('notebook')}
          value={door?.state.notebook.id}
          onChange={({ target }) => choose(target.value)}
        >
          {doors.map(({ port, state }) => (
            <option key={port} value={state.notebook.id}>
              {state.notebook.name}
            </option>
          ))}
        </select>
      ) : (
        <h1 className={styles.name}>{notebook?.name ?? 'Aide-Mémoire'}</h1>
      )}
      <span className={styles.state} data-open={state === 'open'}>
        {t(state)}
      </span>
    </header>
  )
}

export function Logo() {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" className={styles.logo} aria-hidden="true">
      <rect x="3" y="2" width="18" height="20" rx="4" fill="currentColor" />
      <path
        d="M8 8.2h8M8 12h8M8 15.8h4.5"
        stroke="var(--surface-page)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  )
}
