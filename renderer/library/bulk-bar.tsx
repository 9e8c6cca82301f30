import { useQuery } from '@tanstack/react-query'
import { Handshake, Layers, Share2, Trash2, Ungroup, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ArticleStatus } from '#shared/domain/article.ts'
import { useCanWrite } from '../app/can-write.ts'
import { rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import type { BulkActions } from './bulk-actions.ts'
import styles from './bulk-bar.module.css'
import { statuses, statusIcons } from './status-icons.ts'

interface BulkBarProps {
  count: number
  actions: BulkActions
  /** The list shows the copies of one story. */
  isStory: boolean
  onNone(): void
}

/** What can be done to all chosen articles; stands where the filters were, so that no row moves under the pointer. */
export function BulkBar({ count, actions, isStory, onNone }: BulkBarProps) {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const { data: rounds } = useQuery(rpc.round.list.queryOptions())
  const button = (status: ArticleStatus) => {
    const Icon = statusIcons[status]
    return (
      <Button key={status} size="small" icon={<Icon />} onClick={() => void actions.setStatus(status)}>
        {t(`library.mark.${status}`)}
      </Button>
    )
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('library.bulk')}>
      <IconButton size="small" label={t('library.chooseNone')} onClick={onNone}>
        <X />
      </IconButton>
      <span className={styles.count} role="status">
        {t('library.chosen', { count })}
      </span>
      {canWrite && (
        <>
          {statuses.map(button)}
          <Menu
            trigger={
              <Button size="small" icon={<Handshake />}>
                {t('library.round')}
              </Button>
            }
            entries={[
              ...(rounds ?? []).map(({ id, name }) => ({
                id,
                label: name,
                onSelect: () => void actions.toRound({ id, name }),
              })),
              { id: 'none', label: t('library.noRound'), onSelect: () => void actions.toRound(null) },
            ]}
          />
          {isStory ? (
            <Button size="small" icon={<Ungroup />} onClick={() => void actions.leaveStory()}>
              {t('library.story.leave')}
            </Button>
          ) : (
            count > 1 && (
              <Button size="small" icon={<Layers />} onClick={() => void actions.joinStory()}>
                {t('library.story.join')}
              </Button>
            )
          )}
        </>
      )}
      <Button size="small" icon={<Share2 />} onClick={() => void actions.share()}>
        {t('library.share')}
      </Button>
      {canWrite && (
        <Button size="small" variant="quiet" icon={<Trash2 />} onClick={() => void actions.trash()}>
          {t('library.trash')}
        </Button>
      )}
    </div>
  )
}
