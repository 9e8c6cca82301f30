import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Badge } from './badge.tsx'
import styles from './tabs.module.css'

export interface TabItem {
  value: string
  label: string
  count?: number
  content: ReactNode
}

interface TabsProps {
  label: string
  value: string
  onChange(value: string): void
  tabs: readonly TabItem[]
}

/** Views of the same thing, one at a time. */
export function Tabs({ label, value, onChange, tabs }: TabsProps) {
  return (
    <Radix.Root className={styles.tabs} value={value} onValueChange={onChange}>
      <Radix.List className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={styles.tab}>
            {tab.label}
            {tab.count !== undefined && <Badge>{tab.count}</Badge>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className={styles.panel}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
