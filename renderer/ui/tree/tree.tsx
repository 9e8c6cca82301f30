import { ChevronRight } from 'lucide-react'
import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../cx.ts'
import { useRowWindow } from '../list/use-row-window.ts'
import { announce } from '../live-region.tsx'
import { flattenTree, type TreeNode, type TreeRow } from './flatten.ts'
import { RenameField } from './rename-field.tsx'
import styles from './tree.module.css'
import { type TreeAction, treeAction } from './tree-keys.ts'
import { shiftMove, type TreeMove } from './tree-moves.ts'
import { useTreeDrag } from './use-tree-drag.ts'

interface TreeProps<Node extends TreeNode> {
  label: string
  /** Siblings in their order; parents may stand anywhere. */
  nodes: readonly Node[]
  expanded: ReadonlySet<string>
  onExpandedChange(ids: ReadonlySet<string>): void
  activeId: string | null
  onActiveChange(id: string): void
  /** Enter and double click. */
  onOpen?(node: Node): void
  /** With this, nodes can be dragged, and moved with Alt and the arrows (tree-keys.ts). */
  onMove?(move: TreeMove): void
  /** With this, F2 renames in place. */
  onRename?(node: Node, name: string): void
  /** Set from outside to begin renaming a node, such as one just made. */
  renamingId?: string | null
  onRenamingChange?(id: string | null): void
  /** Before the name: a dot, an icon. */
  renderIcon?(node: Node): ReactNode
  /** After the name: a count. */
  renderEnd?(node: Node): ReactNode
  onNodeContextMenu?(node: Node): void
  /** Keys the tree itself has no use for. */
  onKeyDown?(event: KeyboardEvent): void
  /** CSS pixels. */
  rowHeight?: number
  ref?: Ref<{ focus(): void }>
}

/** A tree to walk through, rename and rearrange by keyboard or pointer; draws only what is in sight. */
export function Tree<Node extends TreeNode>(props: TreeProps<Node>) {
  const { label, nodes, expanded, onExpandedChange, activeId, onActiveChange, onMove, rowHeight = 30 } = props
  const { t } = useTranslation()
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  /** A click is on its way: it says itself which node it is for. */
  const clicking = useRef(false)
  const [ownRenaming, setOwnRenaming] = useState<string | null>(null)
  const renaming = props.renamingId === undefined ? ownRenaming : props.renamingId
  const setRenaming = (next: string | null) => {
    setOwnRenaming(next)
    props.onRenamingChange?.(next)
  }
  const rows = useMemo(() => flattenTree(nodes, expanded), [nodes, expanded])
  const active = rows.findIndex(({ node }) => node.id === activeId)
  const { first, end, height, page, topOf, reveal } = useRowWindow(scroller, {
    count: rows.length,
    rowHeight,
    padding: 4,
  })
  const drag = useTreeDrag(nodes, onMove, (expandId) => onExpandedChange(new Set([...expanded, expandId])))
  useImperativeHandle(props.ref, () => ({ focus: () => scroller.current?.focus() }), [])
  useEffect(() => {
    if (active >= 0) reveal(active)
  }, [active, reveal])

  const nameOf = (nodeId: string) => nodes.find((node) => node.id === nodeId)?.name ?? ''
  const move = (nodeId: string, direction: 'up' | 'down' | 'in' | 'out') => {
    const to = onMove === undefined ? null : shiftMove(nodes, nodeId, direction)
    if (to === null) return
    if (to.parentId !== null && direction === 'in') onExpandedChange(new Set([...expanded, to.parentId]))
    onMove?.(to)
    const name = nameOf(nodeId)
    if (direction === 'in' || (direction === 'out' && to.parentId !== null))
      announce(t('ui.tree.moved', { name, parent: nameOf(to.parentId ?? '') }))
    else if (direction === 'out') announce(t('ui.tree.movedToTop', { name }))
    else {
      const row = rows.find(({ node }) => node.id === nodeId)
      const place = (row?.position ?? 0) + (direction === 'up' ? -1 : 1)
      announce(t('ui.tree.reordered', { name, place, count: row?.siblings ?? 0 }))
    }
  }
  const perform = (action: TreeAction) => {
    const row = rows.find(({ node }) => node.id === action.id)
    const next = new Set(expanded)
    switch (action.kind) {
      case 'go':
        return onActiveChange(action.id)
      case 'expand':
        return onExpandedChange(next.add(action.id))
      case 'collapse':
        next.delete(action.id)
        return onExpandedChange(next)
      case 'expandSiblings':
        for (const one of rows) if (one.node.parentId === row?.node.parentId) next.add(one.node.id)
        return onExpandedChange(next)
      case 'open':
        return row && props.onOpen?.(row.node)
      case 'rename':
        return props.onRename && setRenaming(action.id)
      case 'shift':
        return move(action.id, action.direction)
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const action = treeAction(event, rows, activeId, page)
    if (action !== null) {
      event.preventDefault()
      perform(action)
      return
    }
    props.onKeyDown?.(event)
  }

  const rowOf = (row: TreeRow<Node>, index: number) => {
    const { node, level, hasChildren, isExpanded } = row
    const isRenaming = renaming === node.id
    const place = drag.placeAt(node.id)
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the focus and handles every key
      <div
        key={node.id}
        id={`${id}-${node.id}`}
        role="treeitem"
        tabIndex={-1}
        aria-level={level}
        aria-posinset={row.position}
        aria-setsize={row.siblings}
        aria-expanded={hasChildren ? isExpanded : undefined}
        aria-selected={node.id === activeId}
        data-active={node.id === activeId || undefined}
        data-drop={place ?? undefined}
        draggable={onMove !== undefined && !isRenaming}
        className={styles.row}
        style={{
          height: rowHeight,
          transform: `translateY(${topOf(index)}px)`,
          paddingInlineStart: 6 + (level - 1) * 18,
        }}
        {...drag.handlers(node.id, hasChildren && !isExpanded)}
        onClick={() => {
          onActiveChange(node.id)
          if (isRenaming) return
          clicking.current = true
          scroller.current?.focus({ preventScroll: true })
          clicking.current = false
        }}
        onDoubleClick={() => perform({ kind: 'open', id: node.id })}
        onContextMenu={() => {
          onActiveChange(node.id)
          props.onNodeContextMenu?.(node)
        }}
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the tree item says whether it is expanded */}
        <span
          className={cx(styles.twist, isExpanded && styles.open, !hasChildren && styles.leaf)}
          onClick={(event) => {
            if (!hasChildren) return
            event.stopPropagation()
            perform({ kind: isExpanded ? 'collapse' : 'expand', id: node.id })
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <ChevronRight size={14} />
        </span>
        {props.renderIcon?.(node)}
        {isRenaming ? (
          <RenameField
            name={node.name}
            onDone={(name) => {
              setRenaming(null)
              scroller.current?.focus({ preventScroll: true })
              if (name !== null && name !== node.name) props.onRename?.(node, name)
            }}
          />
        ) : (
          <span className={styles.name} dir="auto" title={node.name}>
            {node.name}
          </span>
        )}
        {!isRenaming && <> {props.renderEnd?.(node)}</>}
      </div>
    )
  }

  const activeInSight = active >= first && active < end
  return (
    <div
      ref={scroller}
      className={styles.tree}
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={activeInSight && activeId !== null ? `${id}-${activeId}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const row = rows[0]
        if (event.target === event.currentTarget && !clicking.current && active < 0 && row)
          onActiveChange(row.node.id)
      }}
    >
      <div className={styles.rows} style={{ height }} role="presentation">
        {rows.slice(first, end).map((row, offset) => rowOf(row, first + offset))}
      </div>
    </div>
  )
}
