import { Extension, Node } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import { addRowAfter, columnResizing, goToNextCell, tableEditing } from '@tiptap/pm/tables'

const roles: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
}

const cellAttributes = () => ({
  colspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'colspan') },
  rowspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'rowspan') },
  colwidth: {
    default: null,
    parseHTML: (element: HTMLElement) => {
      const widths = element.getAttribute('data-colwidth')?.split(',').map(Number)
      return widths?.every((width) => Number.isInteger(width) && width > 0) ? widths : null
    },
    renderHTML: ({ colwidth }: Record<string, unknown>) =>
      Array.isArray(colwidth) ? { 'data-colwidth': colwidth.join(',') } : {},
  },
})

function spanOf(element: HTMLElement, name: 'colspan' | 'rowspan'): number {
  const span = Number(element.getAttribute(name) ?? 1)
  return Number.isInteger(span) && span >= 1 && span <= 1000 ? span : 1
}

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  addProseMirrorPlugins: () => [
    columnResizing({ handleWidth: 5, cellMinWidth: 48 }),
    tableEditing({ allowTableNodeSelection: false }),
  ],
  addKeyboardShortcuts() {
    return {
      Tab: () => {
        const { state, view } = this.editor
        if (goToNextCell(1)(state, view.dispatch)) return true
        if (!addRowAfter(state, view.dispatch)) return false
        return goToNextCell(1)(view.state, view.dispatch)
      },
      'Shift-Tab': () => goToNextCell(-1)(this.editor.state, this.editor.view.dispatch),
    }
  },
})

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

const TableCell = Node.create({
  name: 'tableCell',
  content: 'block+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'block+',
  isolating: true,
  addAttributes: cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})

/** Tells prosemirror-tables which nodes are a table's. */
const TableRoles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema: ({ name }) => (roles[name] === undefined ? {} : { tableRole: roles[name] }),
})

/** Tables as prosemirror-tables edits them (tiptap's own table extension is not published for the version in use). */
export const tableExtensions = [TableRoles, Table, TableRow, TableCell, TableHeader]

/** Puts a table with a row of headings where the caret is, and the caret into its first cell. */
export function insertTable(rows: number, columns: number) {
  return ({ schema, tr, selection }: EditorState): Transaction => {
    const { table, tableRow, tableCell, tableHeader } = schema.nodes
    const rowOf = (type: typeof tableCell) =>
      tableRow?.createChecked(
        null,
        Array.from({ length: columns }, () => type?.createAndFill() ?? null).filter((cell) => cell !== null),
      )
    const head = rowOf(tableHeader)
    const body = Array.from({ length: rows - 1 }, () => rowOf(tableCell))
    const made = table?.createChecked(
      null,
      [head, ...body].filter((row) => row !== undefined),
    )
    if (made === undefined) return tr
    const at = selection.from
    tr.replaceSelectionWith(made)
    return tr
      .setSelection(TextSelection.near(tr.doc.resolve(Math.min(at + 1, tr.doc.content.size))))
      .scrollIntoView()
  }
}
