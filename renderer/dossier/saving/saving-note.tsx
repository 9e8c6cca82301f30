import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { describeError } from '../../app/act.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from '../dossier-bar.module.css'
import type { DossierSaver } from './dossier-saver.ts'

/**
 * Whether all is saved. That changes thrice a second while somebody writes, and before it draws anything React walks over the text
 * up to the caret: so the words are put here without it.
 */
export function SavingNote({ saver }: { saver: DossierSaver }) {
  const { t } = useTranslation()
  const note = useRef<HTMLSpanElement>(null)
  const error = useSyncExternalStore(saver.subscribe, () => saver.get().error)
  useLayoutEffect(() => {
    const write = () => {
      const { state } = saver.get()
      if (note.current === null) return
      note.current.textContent = t(`dossier.saving.${state}`)
      note.current.dataset['state'] = state
      // That all goes well is there to be looked at, and not to be said thrice a second.
      note.current.ariaLive = state === 'failed' || state === 'conflict' ? 'polite' : 'off'
    }
    write()
    return saver.subscribe(write)
  }, [saver, t])
  return (
    <Tooltip label={error === null ? t('dossier.saving.explain') : describeError(error)}>
      <span role="status" className={styles.state} ref={note} />
    </Tooltip>
  )
}
