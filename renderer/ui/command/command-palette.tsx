import { Command } from 'cmdk'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../kbd.tsx'
import { returnFocus } from '../return-focus.ts'
import { VisuallyHidden } from '../visually-hidden.tsx'
import styles from './command-palette.module.css'
import { scoreMatch } from './score-match.ts'

export interface PaletteItem {
  id: string
  label: string
  icon?: ReactNode
  /** More words it can be found by. */
  keywords?: readonly string[]
  shortcut?: string | undefined
  /** Something small at the end, such as where it leads. */
  detail?: string
  run(): void
}

export interface PaletteGroup {
  title: string
  items: readonly PaletteItem[]
}

interface CommandPaletteProps {
  open: boolean
  onOpenChange(open: boolean): void
  groups: readonly PaletteGroup[]
  /** What is typed, for groups that are looked up elsewhere (articles by title). */
  onQueryChange?(query: string): void
}

/** Everything that can be done, found by a few letters of its name. */
export function CommandPalette({ open, onOpenChange, groups, onQueryChange }: CommandPaletteProps) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const change = (next: string) => {
    setQuery(next)
    onQueryChange?.(next)
  }
  return (
    <Radix.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) change('')
        onOpenChange(next)
      }}
    >
      <Radix.Portal>
        <div className={styles.scrim}>
          <Radix.Content
            className={styles.palette}
            data-modal
            onCloseAutoFocus={returnFocus}
            aria-describedby={undefined}
          >
            <VisuallyHidden>
              <Radix.Title>{t('ui.palette.label')}</Radix.Title>
            </VisuallyHidden>
            <Command
              loop
              vimBindings={false}
              label={t('ui.palette.label')}
              filter={(value, search, keywords) =>
                scoreMatch(search, keywords?.[0] ?? value, keywords?.slice(1))
              }
            >
              <Command.Input
                className={styles.input}
                value={query}
                onValueChange={change}
                placeholder={t('ui.palette.placeholder')}
              />
              <Command.List className={styles.list} label={t('ui.palette.label')}>
                <Command.Empty className={styles.empty}>{t('ui.palette.empty')}</Command.Empty>
                {groups.map(({ title, items }) => (
                  <Command.Group key={title} heading={title} className={styles.group}>
                    {items.map((item) => (
                      <Command.Item
                        key={item.id}
                        value={item.id}
                        keywords={[item.label, ...(item.keywords ?? [])]}
                        className={styles.item}
                        onSelect={() => {
                          change('')
                          onOpenChange(false)
                          item.run()
                        }}
                      >
                        <span className={styles.icon}>{item.icon}</span>
                        <span className={styles.label} dir="auto">
                          {item.label}
                        </span>
                        {item.detail && <span className={styles.detail}>{item.detail}</span>}
                        {item.shortcut && <Kbd chord={item.shortcut} />}
                      </Command.Item>
                    ))}
                  </Command.Group>
                ))}
              </Command.List>
            </Command>
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  )
}
