import { Keyboard, PanelLeft, SunMoon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { CommandPalette } from '../ui/command/command-palette.tsx'
import { useCanWrite } from './can-write.ts'
import { useOfferedCommands } from './commands.ts'
import { usePaletteThings } from './palette-things.tsx'
import { usePreferences } from './preferences.ts'
import { destinations } from './rail.tsx'
import { chordOf, type ShortcutEntry, type ShortcutId, shortcutTable } from './shortcut-table.ts'
import { toggleTheme } from './theme.ts'

interface AppPaletteProps {
  open: boolean
  onOpenChange(open: boolean): void
  onKeys(): void
}

/** The palette with what this screen offers, every place to go to, the application's own commands, and what is called as typed. */
export function AppPalette({ open, onOpenChange, onKeys }: AppPaletteProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [{ railCollapsed }, changePreferences] = usePreferences()
  const canWrite = useCanWrite()
  const [query, setQuery] = useState('')
  const things = usePaletteThings(query, open, navigate)
  const offered = useOfferedCommands()
    .filter(({ shortcut, writes = changes(shortcut) }) => canWrite || !writes)
    .map(({ shortcut, writes: _, ...command }) => ({
      ...command,
      shortcut: shortcut && chordOf(shortcut),
    }))
  const groups = [
    { title: t('app.scope.anywhere'), items: offered },
    {
      title: t('app.scope.go'),
      items: destinations.map(({ id, path, icon: Icon, shortcut }) => ({
        id: `go.${id}`,
        label: t(`app.nav.${id}`),
        icon: <Icon />,
        shortcut: chordOf(shortcut),
        run: () => navigate(path),
      })),
    },
    {
      title: t('app.name'),
      items: [
        {
          id: 'theme',
          label: t('app.shortcut.theme'),
          icon: <SunMoon />,
          shortcut: chordOf('theme'),
          run: toggleTheme,
        },
        {
          id: 'rail',
          label: t('app.shortcut.rail'),
          icon: <PanelLeft />,
          shortcut: chordOf('rail'),
          run: () => changePreferences({ railCollapsed: !railCollapsed }),
        },
        {
          id: 'keys',
          label: t('app.shortcuts'),
          icon: <Keyboard />,
          shortcut: chordOf('keys'),
          run: onKeys,
        },
      ],
    },
    ...things,
  ]
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      onQueryChange={setQuery}
      groups={groups.filter(({ items }) => items.length > 0)}
    />
  )
}

function changes(id: ShortcutId | undefined): boolean {
  const entry: ShortcutEntry | undefined = id && shortcutTable[id]
  return entry?.writes === true
}
