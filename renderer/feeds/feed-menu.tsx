import { CalendarClock, CheckCheck, Ellipsis, FileDown, FileUp } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { act } from '../app/act.ts'
import { runLongChange } from '../app/long-change.ts'
import { usePreferences } from '../app/preferences.ts'
import { client } from '../rpc/client.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { saveFile } from '../ui/save-file.ts'
import { toast } from '../ui/toast/toast.ts'

interface FeedMenuProps {
  canDismiss: boolean
  canExport: boolean
  onDismissAll(): void
}

const schedules = ['off', 'hourly', 'daily'] as const

/** What is done with feeds now and then: lists of them in and out, how often they are fetched, an empty tray. */
export function FeedMenu({ canDismiss, canExport, onDismissAll }: FeedMenuProps) {
  const { t } = useTranslation()
  const [{ feedSchedule }, setPreferences] = usePreferences()
  const file = useRef<HTMLInputElement>(null)
  async function take(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return
    const read = await act(async () => {
      const text = await chosen.text()
      return runLongChange((taskId) => client.feed.importOpml.mutate({ text, taskId }))
    })
    if (read === undefined) return
    const parts = [
      t('feeds.opml.added', { count: read.added }),
      read.known > 0 && t('feeds.opml.known', { count: read.known }),
      read.refused > 0 && t('feeds.opml.refused', { count: read.refused }),
    ]
    toast.show({ message: parts.filter(Boolean).join(' ') })
  }
  async function give(): Promise<void> {
    const list = await act(() => client.feed.exportOpml.query())
    if (list !== undefined) saveFile('feeds.opml', new Blob([list.text], { type: 'text/x-opml' }))
  }
  return (
    <>
      <input
        ref={file}
        type="file"
        accept=".opml,.xml,text/x-opml,text/xml"
        hidden
        aria-label={t('feeds.opml.import')}
        onChange={({ target }) => {
          void take(target.files?.[0])
          target.value = ''
        }}
      />
      <Menu
        align="end"
        trigger={
          <IconButton label={t('feeds.more')}>
            <Ellipsis />
          </IconButton>
        }
        entries={[
          {
            id: 'all',
            label: t('feeds.dismissAll'),
            icon: <CheckCheck />,
            disabled: !canDismiss,
            onSelect: onDismissAll,
          },
          { id: 'line', kind: 'line' as const },
          {
            id: 'import',
            label: t('feeds.opml.import'),
            icon: <FileUp />,
            onSelect: () => file.current?.click(),
          },
          {
            id: 'export',
            label: t('feeds.opml.export'),
            icon: <FileDown />,
            disabled: !canExport,
            onSelect: () => void give(),
          },
          { id: 'line2', kind: 'line' as const },
          { id: 'heading', kind: 'heading' as const, label: t('feeds.schedule.label') },
          ...schedules.map((value) => ({
            id: value,
            label: t(`feeds.schedule.${value}`),
            icon: <CalendarClock />,
            checked: feedSchedule === value,
            onSelect: () => setPreferences({ feedSchedule: value }),
          })),
        ]}
      />
    </>
  )
}
