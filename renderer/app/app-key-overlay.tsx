import { useTranslation } from 'react-i18next'
import { KeyOverlay } from '../ui/shortcuts/key-overlay.tsx'
import { type ShortcutScope, shortcutList } from './shortcut-table.ts'

const scopes: ShortcutScope[] = [
  'anywhere',
  'go',
  'list',
  'reader',
  'card',
  'topics',
  'views',
  'coding',
  'dossier',
]

/** The table of shortcuts in the interface's language. */
export function AppKeyOverlay(props: { open: boolean; onOpenChange(open: boolean): void }) {
  const { t } = useTranslation()
  const groups = scopes.map((scope) => ({
    title: t(`app.scope.${scope}`),
    rows: shortcutList
      .filter((entry) => entry.scope === scope)
      .map(({ id, label, keys }) => ({ id, label: t(label), keys })),
  }))
  return <KeyOverlay {...props} groups={groups.filter(({ rows }) => rows.length > 0)} />
}
