import { NodeSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { ArrowDown, ArrowUp, Copy, GripVertical, Plus, Trash2 } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { lineKinds } from './block-kinds.tsx'
import styles from './gutter.module.css'
import { movedBlock } from './move-block.ts'

interface GutterProps {
  editor: Editor
  /** What scrolls, in which the gutter is placed. */
  scroller: RefObject<HTMLElement | null>
}

interface PointedBlock {
  /** Before the block. */
  position: number
  /** CSS pixels from the top of what scrolls, at the middle of the block's first line. */
  top: number
  left: number
}

const gutterWidth = 54
const firstLine = 15

/**
 * Beside the block that is pointed at: a button that begins a line below it, and a grip to drag it by, behind which is what else can
 * be done to it. All of it is to be had by keys as well: `/`, Alt with arrows, and the block menu of the toolbar.
 */
export function Gutter({ editor, scroller }: GutterProps) {
  const { t } = useTranslation()
  const [block, setBlock] = useState<PointedBlock | null>(null)
  const [isOpen, setOpen] = useState(false)
  const isHeld = useRef(false)
  isHeld.current = isOpen
  useEffect(() => {
    const area = scroller.current
    if (area === null) return
    let last = { x: Number.NaN, y: Number.NaN }
    const point = ({ clientX: x, clientY: y, buttons }: MouseEvent) => {
      // Browsers tell of a pointer that rests whenever what is below it moves, as with every key.
      const rests = x === last.x && y === last.y
      last = { x, y }
      if (isHeld.current || buttons !== 0 || rests) return
      setBlock((before) => sameOr(before, blockAt(editor, area, y)))
    }
    const leave = () => {
      if (!isHeld.current) setBlock(null)
    }
    area.addEventListener('mousemove', point)
    area.addEventListener('mouseleave', leave)
    area.addEventListener('scroll', leave)
    editor.on('update', leave)
    return () => {
      area.removeEventListener('mousemove', point)
      area.removeEventListener('mouseleave', leave)
      area.removeEventListener('scroll', leave)
      editor.off('update', leave)
    }
  }, [editor, scroller])
  if (block === null || !editor.isEditable) return null
  const { position } = block
  const node = editor.state.doc.nodeAt(position)
  if (node === null) return null
  const select = () => editor.commands.setNodeSelection(position)
  const move = (direction: -1 | 1) => {
    select()
    const transaction = movedBlock(editor.state, direction)
    if (transaction !== undefined) editor.view.dispatch(transaction.scrollIntoView())
    editor.commands.focus()
  }
  return (
    <div className={styles.gutter} style={{ insetBlockStart: block.top, insetInlineStart: block.left }}>
      <IconButton
        size="small"
        tabIndex={-1}
        label={t('dossier.gutter.add')}
        shortcut="/"
        onClick={() =>
          editor
            .chain()
            .focus()
            .insertContentAt(position + node.nodeSize, {
              type: 'paragraph',
              content: [{ type: 'text', text: '/' }],
            })
            .setTextSelection(position + node.nodeSize + 2)
            .run()
        }
      >
        <Plus />
      </IconButton>
      <Menu
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <IconButton
            size="small"
            tabIndex={-1}
            className={styles.grip}
            label={t('dossier.gutter.drag')}
            draggable
            onDragStart={(event) => {
              const dom = editor.view.nodeDOM(position)
              const selection = NodeSelection.create(editor.state.doc, position)
              editor.view.dispatch(editor.state.tr.setSelection(selection))
              event.dataTransfer.effectAllowed = 'move'
              const { dom: copy, text, slice } = editor.view.serializeForClipboard(selection.content())
              event.dataTransfer.setData('text/html', copy.innerHTML)
              event.dataTransfer.setData('text/plain', text)
              if (dom instanceof HTMLElement) event.dataTransfer.setDragImage(dom, 0, 0)
              editor.view.dragging = { slice, move: true }
            }}
          >
            <GripVertical />
          </IconButton>
        }
        entries={[
          {
            id: 'turn',
            label: t('dossier.gutter.turn'),
            disabled: node.isAtom,
            items: lineKinds.map((kind) => ({
              id: kind.id,
              label: t(`dossier.block.${kind.id}`),
              icon: kind.icon,
              onSelect: () => {
                editor.commands.setTextSelection(position + 1)
                kind.apply(editor)
              },
            })),
          },
          { id: 'line', kind: 'line' },
          {
            id: 'copy',
            label: t('dossier.gutter.copy'),
            icon: <Copy />,
            onSelect: () =>
              editor
                .chain()
                .insertContentAt(position + node.nodeSize, node.toJSON())
                .focus()
                .run(),
          },
          {
            id: 'up',
            label: t('dossier.gutter.up'),
            icon: <ArrowUp />,
            shortcut: 'Alt+ArrowUp',
            onSelect: () => move(-1),
          },
          {
            id: 'down',
            label: t('dossier.gutter.down'),
            icon: <ArrowDown />,
            shortcut: 'Alt+ArrowDown',
            onSelect: () => move(1),
          },
          {
            id: 'remove',
            label: t('dossier.gutter.remove'),
            icon: <Trash2 />,
            danger: true,
            onSelect: () =>
              editor
                .chain()
                .deleteRange({ from: position, to: position + node.nodeSize })
                .focus()
                .run(),
          },
        ]}
      />
    </div>
  )
}

/** The outermost block at a height of the window. */
function blockAt(editor: Editor, area: HTMLElement, clientY: number): PointedBlock | null {
  const page = editor.view.dom.getBoundingClientRect()
  const found = editor.view.posAtCoords({ left: page.left + page.width / 2, top: clientY })
  if (found === null || clientY < page.top || clientY > page.bottom) return null
  const $position = editor.state.doc.resolve(found.inside >= 0 ? found.inside : found.pos)
  const position = $position.depth === 0 ? $position.pos : $position.before(1)
  const dom = editor.view.nodeDOM(position)
  if (!(dom instanceof HTMLElement)) return null
  const box = dom.getBoundingClientRect()
  const frame = area.getBoundingClientRect()
  const line = Math.min(
    box.height / 2,
    Math.max(firstLine, Number.parseFloat(getComputedStyle(dom).lineHeight) / 2 || 0),
  )
  return {
    position,
    top: box.top - frame.top + area.scrollTop + line,
    left: page.left - frame.left - gutterWidth,
  }
}

function sameOr(before: PointedBlock | null, next: PointedBlock | null): PointedBlock | null {
  const isSame = before?.position === next?.position && before?.top === next?.top
  return isSame ? before : next
}
