import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import styles from './segmented-control.module.css'

export interface Segment<Value extends string> {
  value: Value
  label: string
  /** Shown before the label, or instead of it with `iconsOnly`. */
  icon?: ReactNode
}

interface SegmentedControlProps<Value extends string> {
  label: string
  value: Value
  segments: readonly Segment<NoInfer<Value>>[]
  onChoose(value: NoInfer<Value>): void
  iconsOnly?: boolean
}

/** One of two to five values, all in sight. Arrow keys move between them. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, value, segments, onChoose, iconsOnly } = props
  return (
    <ToggleGroup.Root
      type="single"
      className={styles.group}
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const segment = segments.find((one) => one.value === next)
        if (segment) onChoose(segment.value)
      }}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          className={styles.segment}
          aria-label={iconsOnly ? segment.label : undefined}
          title={iconsOnly ? segment.label : undefined}
        >
          {segment.icon}
          {!iconsOnly && segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
