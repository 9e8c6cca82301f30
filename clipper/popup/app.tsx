import { useCallback, useEffect, useState } from 'react'
import { api } from '../extension-api.ts'
import { t } from '../i18n.ts'
import type { ClipOutcome, Request } from '../protocol.ts'
import styles from './app.module.css'
import { ClipForm } from './clip-form.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { OutcomeView } from './outcome-view.tsx'
import { PageCard } from './page-card.tsx'
import { PairView } from './pair-view.tsx'
import { QueueList } from './queue-list.tsx'
import { chooseDoor, lookAround, notebookOf, type Situation } from './situation.ts'

/**
 * The popup: pairing first, then the page with what can be clipped of it, then what became of that. To open it also sends
 * what waits.
 */
export function App() {
  const [situation, setSituation] = useState<Situation | null>(null)
  const [outcome, setOutcome] = useState<ClipOutcome | null>(null)
  const look = useCallback(async () => {
    const now = await lookAround()
    setSituation(now)
    return now
  }, [])
  useEffect(() => {
    void look().then(async ({ queue, doors }) => {
      if (queue.length === 0 || doors.length === 0) return
      await api.runtime.sendMessage({ kind: 'flush' } satisfies Request)
      await look()
    })
  }, [look])

  if (situation === null) {
    return (
      <main className={styles.looking} aria-busy="true">
        {t('looking')}
      </main>
    )
  }
  const door = chooseDoor(situation.doors, situation.notebook?.id)
  const queue = <QueueList situation={situation} door={door} onChange={look} />
  if (situation.device === null) {
    return (
      <main className={styles.popup}>
        <PairView isRevoked={situation.isRevoked} onPaired={look} />
        {queue}
      </main>
    )
  }
  const finish = (result: ClipOutcome) => {
    setOutcome(result)
    void look()
  }
  return (
    <main className={styles.popup}>
      <Header
        situation={situation}
        door={door}
        onChoose={(next) => setSituation({ ...situation, notebook: notebookOf(next) })}
      />
      <PageCard situation={situation} door={door} />
      {outcome === null ? (
        <ClipForm situation={situation} door={door} onDone={finish} />
      ) : (
        <OutcomeView outcome={outcome} onBack={() => setOutcome(null)} />
      )}
      {queue}
      <Footer device={situation.device} door={door} onUnpaired={look} />
    </main>
  )
}
