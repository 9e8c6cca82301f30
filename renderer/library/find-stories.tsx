import { useQuery } from '@tanstack/react-query'
import { Layers } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { act } from '../app/act.ts'
import { client, rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import styles from './find-stories.module.css'

/** Texts that are looked at in one call: short enough that other changes get their turn in between. */
const atATime = 50

/** Offers to look for copies among what was clipped before they were recognised; nothing where all was looked at. */
export function FindStories() {
  const { t } = useTranslation()
  const { data: unlooked } = useQuery(rpc.story.unlooked.queryOptions())
  const { data: info } = useQuery(rpc.notebook.info.queryOptions())
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const stopped = useRef(false)
  useEffect(
    () => () => {
      stopped.current = true
    },
    [],
  )
  const count = unlooked?.count ?? 0
  if ((count === 0 && progress === null) || info === undefined || info.readOnlyBecause !== null) return null

  const look = async () => {
    stopped.current = false
    let found = 0
    await act(
      async () => {
        for (let left = count; left > 0 && !stopped.current; ) {
          setProgress({ done: count - left, total: count })
          const answer = await client.story.find.mutate({ limit: atATime })
          found += answer.found
          left = answer.looked === 0 ? 0 : answer.left
        }
      },
      () => t('library.story.foundCopies', { count: found }),
    )
    setProgress(null)
  }
  return (
    <section className={styles.banner} aria-label={t('library.story.label')}>
      <Layers size={16} aria-hidden="true" />
      <p className={styles.words}>{t('library.story.unlooked', { count })}</p>
      {progress === null ? (
        <Button size="small" onClick={() => void look()}>
          {t('library.story.look')}
        </Button>
      ) : (
        <>
          <span className={styles.progress}>
            <ProgressBar label={t('library.story.looking')} value={progress.done / progress.total} />
          </span>
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              stopped.current = true
            }}
          >
            {t('library.cancel')}
          </Button>
        </>
      )}
    </section>
  )
}
