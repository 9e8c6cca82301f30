import { Fragment, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator } from 'react-resizable-panels'
import styles from './resizable-panes.module.css'
import { readStored, writeStored } from './stored.ts'
import { useMediaQuery } from './use-media-query.ts'

export interface Pane {
  id: string
  /** Pixels as a number, or per cent as a string ("30%"). */
  defaultSize?: number | string
  minSize?: number | string
  maxSize?: number | string
  /** Can be folded away by dragging it small. */
  collapsible?: boolean
  /** Keeps its pixels when the window changes; at least one pane must not. */
  fixed?: boolean
  content: ReactNode
}

interface ResizablePanesProps {
  /** Under this name the sizes are remembered on this machine. */
  name: string
  panes: readonly Pane[]
  orientation?: 'horizontal' | 'vertical'
}

/** Panes beside each other with borders that can be dragged, or moved with the arrow keys. */
export function ResizablePanes({ name, panes, orientation = 'horizontal' }: ResizablePanesProps) {
  const { t } = useTranslation()
  const ids = panes.map(({ id }) => id).join(' ')
  const key = `panes.${name}.${ids.replaceAll(' ', '+')}`
  const remembered = useMemo(() => readLayout(key, ids.split(' ')), [key, ids])
  return (
    <Group
      key={key}
      className={styles.group}
      orientation={orientation}
      {...(remembered ? { defaultLayout: remembered } : {})}
      onLayoutChanged={(layout) => writeStored(key, layout)}
    >
      {panes.map(({ id, content, fixed, ...sizes }, index) => (
        <Fragment key={id}>
          {index > 0 && <Separator className={styles.separator} aria-label={t('ui.panes.resize')} />}
          <Panel
            id={id}
            className={styles.pane}
            {...sizes}
            groupResizeBehavior={fixed ? 'preserve-pixel-size' : 'preserve-relative-size'}
          >
            {content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}

function readLayout(key: string, ids: string[]): Record<string, number> | null {
  const stored = readStored(key)
  if (typeof stored !== 'object' || stored === null) return null
  const entries = Object.entries(stored)
  const fits = entries.length === ids.length && entries.every(([id, size]) => ids.includes(id) && size >= 0)
  return fits ? (stored as Record<string, number>) : null
}

interface SplitViewProps {
  name: string
  /** A list or a tree. */
  side: ReactNode
  main: ReactNode
  /** Pixels. */
  sideSize?: number
  sideMin?: number
}

/** A list at the start and what is chosen in it beside, or below it where there is no room. */
export function SplitView({ name, side, main, sideSize = 320, sideMin = 220 }: SplitViewProps) {
  const isNarrow = useMediaQuery('(max-width: 820px)')
  if (isNarrow)
    return (
      <ResizablePanes
        name={`${name}.stacked`}
        orientation="vertical"
        panes={[
          { id: 'side', content: side, defaultSize: '45%', minSize: '20%' },
          { id: 'main', content: main, minSize: '20%' },
        ]}
      />
    )
  return (
    <ResizablePanes
      name={name}
      panes={[
        { id: 'side', content: side, defaultSize: sideSize, minSize: sideMin, maxSize: '60%', fixed: true },
        { id: 'main', content: main, minSize: 320 },
      ]}
    />
  )
}
