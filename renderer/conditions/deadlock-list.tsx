import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { type Deadlock, deadlockLetter } from './conditions-graph.ts'
import styles from './deadlock-list.module.css'

interface DeadlockListProps {
  deadlocks: readonly Deadlock[]
  names: NotebookNames
  onOpen(nodeId: string): void
}

/** The deadlocks in words: who waits for whom, round to the first. */
export function DeadlockList({ deadlocks, names, onOpen }: DeadlockListProps) {
  const { t } = useTranslation()
  if (deadlocks.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('conditions.deadlockList')}>
      {deadlocks.map(({ cycle, nodes }) => (
        <li key={cycle} className={styles.deadlock}>
          <span
            className={styles.letter}
            role="img"
            aria-label={t('conditions.deadlock', { letter: deadlockLetter(cycle) })}
          >
            {deadlockLetter(cycle)}
          </span>
          <span className={styles.round}>
            {nodes.map(({ id, actorId, topicId }, index) => (
              <Fragment key={id}>
                {index > 0 && <span className={styles.arrow}>{t('conditions.waitsFor')}</span>}
                <button type="button" className={styles.position} onClick={() => onOpen(id)}>
                  <bdi className={styles.actor}>{names.actor(actorId)?.name}</bdi>{' '}
                  <bdi>{names.topic(topicId)?.name}</bdi>
                </button>
              </Fragment>
            ))}
            <span className={styles.arrow}>{t('conditions.waitsForFirst')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
