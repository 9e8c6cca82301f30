import type { Editor, NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import { type FrozenView, frozenViewTrouble, showsSame } from '#shared/domain/frozen-view.ts'
import { toast } from '../../ui/toast/toast.ts'
import { element } from '../editor/element.ts'
import { describePlace } from './describe-place.ts'
import { originOf, titleOf } from './describe-frozen.ts'
import { drawFrozen, frozenWords } from './draw-frozen.ts'
import type { FrozenDesk } from './frozen-desk.ts'
import styles from './frozen.module.css'
import { liveAddress } from './live-address.ts'
import { walkPlaces } from './walk-places.ts'

/** Draws a frozen view, once: it is drawn anew only when it is another one, and never while somebody writes elsewhere. */
export function frozenNodeView(desk: FrozenDesk): NodeViewRenderer {
  return ({ node: given, editor, getPos }) => {
    let node = given
    const dom = element('figure', styles.frozen)
    dom.contentEditable = 'false'
    const caption = captionField(editor, (value) => setAttribute('caption', value))
    const setAttribute = (name: 'view' | 'caption', value: unknown) => {
      const position = getPos()
      if (position === undefined || editor.state.doc.nodeAt(position)?.type !== node.type) return
      editor.view.dispatch(editor.state.tr.setNodeAttribute(position, name, value))
    }
    const leave = () => {
      const position = getPos()
      if (position === undefined) return
      editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, position)))
      editor.commands.focus(undefined, { scrollIntoView: false })
    }
    const draw = () => {
      caption.show(String(node.attrs['caption']))
      const view = node.attrs['view'] as FrozenView
      if (frozenViewTrouble(view) !== null) {
        dom.replaceChildren(
          caption.field,
          element('p', styles.empty, frozenWords().t('dossier.frozen.unknown')),
        )
        return
      }
      const words = frozenWords()
      const drawing = drawFrozen(view, (place) =>
        desk.ask({
          kind: 'quotes',
          ...describePlace(view, place, words),
          after: (getPos() ?? 0) + node.nodeSize,
        }),
      )
      walkPlaces(drawing, leave)
      const head = element('figcaption', styles.caption)
      head.append(
        caption.field,
        element('p', styles.title, titleOf(view, words)),
        actionsOf(view, editor, {
          open: () => desk.open(liveAddress(view)),
          refresh: () => void refresh(view, desk, (next) => setAttribute('view', next)),
          turn: (next) => setAttribute('view', next),
          remove: () => {
            leave()
            editor.commands.deleteSelection()
          },
        }),
      )
      const foot = element('p', styles.origin, originOf(view, words))
      dom.replaceChildren(head, drawing, foot)
    }
    draw()
    return {
      dom,
      update(next: Node) {
        if (next.type !== node.type) return false
        const before = node
        node = next
        if (next.attrs['view'] !== before.attrs['view']) draw()
        else caption.show(String(next.attrs['caption']))
        return true
      },
      ignoreMutation: () => true,
      stopEvent: ({ target }) =>
        target instanceof Element && target.closest('button, input, [role="button"]') !== null,
    }
  }
}

/** The words above a view: a field that looks like what is written in it. */
function captionField(editor: Editor, onWrite: (value: string) => void) {
  const { t } = frozenWords()
  const field = element('input', styles.words)
  field.type = 'text'
  field.maxLength = 2000
  field.setAttribute('aria-label', t('dossier.frozen.caption'))
  field.placeholder = t('dossier.frozen.captionHint')
  field.readOnly = !editor.isEditable
  field.dir = 'auto'
  // What no line of text may hold is left out as it is typed.
  field.addEventListener('input', () => onWrite(field.value.toWellFormed().replace(/\p{Cc}/gu, ' ')))
  field.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    editor.commands.focus()
  })
  return {
    field,
    show(value: string) {
      if (field.value !== value) field.value = value
      field.hidden = field.readOnly && value === ''
    },
  }
}

interface Actions {
  open(): void
  refresh(): void
  turn(next: FrozenView): void
  remove(): void
}

function actionsOf(view: FrozenView, editor: Editor, actions: Actions): HTMLElement {
  const { t } = frozenWords()
  const bar = element('div', styles.actions)
  bar.setAttribute('role', 'group')
  bar.setAttribute('aria-label', t('dossier.frozen.actions'))
  const add = (name: 'open' | 'refresh' | 'turn' | 'remove', run: () => void) => {
    const button = element('button', styles.action, t(`dossier.frozen.${name}`))
    button.type = 'button'
    if (name === 'turn') button.title = t('dossier.frozen.turnExplain')
    button.addEventListener('click', run)
    bar.append(button)
  }
  add('open', actions.open)
  if (editor.isEditable) {
    add('refresh', actions.refresh)
    if (view.kind === 'matrix')
      add('turn', () => actions.turn({ ...view, rows: view.rows === 'actors' ? 'topics' : 'actors' }))
    add('remove', actions.remove)
  }
  return bar
}

/** Puts the same view as it is now in its place; which way it is turned stays. */
async function refresh(
  view: FrozenView,
  desk: FrozenDesk,
  onFrozen: (next: FrozenView) => void,
): Promise<void> {
  const { t } = frozenWords()
  const next = await desk.freezeAnew(view)
  if (next === undefined) return
  onFrozen(next.kind === 'matrix' && view.kind === 'matrix' ? { ...next, rows: view.rows } : next)
  toast.show({ message: t(showsSame(view, next) ? 'dossier.frozen.same' : 'dossier.frozen.renewed') })
}
