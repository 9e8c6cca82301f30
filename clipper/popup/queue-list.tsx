import type { Door } from '../background/door.ts'
import { type Listed, removeFromQueue } from '../background/queue.ts'
import { api } from '../extension-api.ts'
import { t } from '../i18n.ts'
import type { Request } from '../protocol.ts'
import controls from './controls.module.css'
import { wordsFor } from './outcome-view.tsx'
import styles from './queue-list.module.css'
import type { Situation } from './situation.ts'

interface QueueListProps {
  situation: Situation
  door: Door | undefined
  onChange(): Promise<unknown>
}

/** What waits to be sent, with why, and the ways out: to this notebook, or away. */
export function QueueList({ situation: { queue, device }, door, onChange }: QueueListProps) {
  if (queue.length === 0) return null
  const ask = async (request: Request) => {
    await api.runtime.sendMessage(request)
    await onChange()
  }
  const discard = async (id: string) => {
    await removeFromQueue(id)
    await ask({ kind: 'flush' })
  }
  const notebookId = door?.state.notebook.id
  const isAble = device !== null && notebookId !== undefined
  return (
    <details className={styles.queue}>
      <summary className={styles.summary}>{t('queue.title', { count: queue.length })}</summary>
      <ul className={styles.list}>
        {queue.map((waiting) => (
          <li key={waiting.id} className={styles.item}>
            <div className={styles.words}>
              <span className={styles.title} dir="auto">
                {waiting.title}
              </span>
              <Reason waiting={waiting} notebookId={notebookId} />
            </div>
            {isAble && (
              <button
                type="button"
                className={controls.small}
                aria-label={t('queue.here', { title: waiting.title })}
                onClick={() => void ask({ kind: 'resend', id: waiting.id, notebookId })}
              >
                {t('queue.send')}
              </button>
            )}
            <button
              type="button"
              className={controls.icon}
              aria-label={t('queue.discard', { title: waiting.title })}
              onClick={() => void discard(waiting.id)}
            >
              <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
                <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Reason({ waiting, notebookId }: { waiting: Listed; notebookId: string | undefined }) {
  const { refused } = waiting
  if (refused !== null) {
    const message = wordsFor(refused.code, refused.message)
    return <span className={styles.refused}>{t('queue.refused', { message })}</span>
  }
  const isForAnother =
    notebookId !== undefined && waiting.notebookId !== null && waiting.notebookId !== notebookId
  return isForAnother ? <span className={styles.reason}>{t('queue.other')}</span> : null
}
