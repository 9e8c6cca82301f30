import { Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Round } from '#shared/domain/round.ts'
import { paths } from '../app/paths.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { Badge } from '../ui/badge.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { VirtualList, type VirtualListHandle } from '../ui/list/virtual-list.tsx'
import { RoundDays } from './round-days.tsx'
import styles from './rounds.module.css'

interface RoundListProps {
  /** The latest first. */
  rounds: readonly Round[]
  chosenId: string | null
  onCreate(): void
}

/** All rounds in the order of time. */
export function RoundList({ rounds, chosenId, onCreate }: RoundListProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const list = useRef<VirtualListHandle>(null)
  useEffect(() => {
    if (rounds.length > 0 && document.activeElement === document.body) list.current?.focus()
  }, [rounds.length])
  return (
    <nav className={styles.pane} aria-label={t('rounds.title')}>
      <header className={styles.listHead}>
        <h1>{t('rounds.title')}</h1>
        <IconButton label={t('rounds.new')} shortcut={chordOf('newRound')} onClick={onCreate}>
          <Plus />
        </IconButton>
      </header>
      <div className={styles.list}>
        <VirtualList<Round>
          ref={list}
          label={t('rounds.list')}
          count={rounds.length}
          rowHeight={54}
          rowAt={(index) => rounds[index]}
          keyOf={({ id }) => id}
          active={rounds.findIndex(({ id }) => id === chosenId)}
          onActiveChange={(index) => {
            const round = rounds[index]
            if (round !== undefined) navigate(paths.rounds(round.id), { replace: true })
          }}
          padding={8}
          renderRow={(round) => (
            <div className={styles.row}>
              <bdi className={styles.name}>{round.name}</bdi>
              {round.quoteCount > 0 && <Badge>{round.quoteCount}</Badge>}
              <span className={styles.days}>
                <RoundDays round={round} />
                {round.place !== null && (
                  <>
                    {' · '}
                    <bdi>{round.place}</bdi>
                  </>
                )}
              </span>
            </div>
          )}
        />
      </div>
    </nav>
  )
}
