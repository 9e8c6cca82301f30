import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import { type Editor, useEditorState } from '@tiptap/react'
import {
  AtSign,
  ChevronDown,
  Image,
  Link2,
  List,
  ListOrdered,
  ListTodo,
  Plus,
  Redo2,
  Search,
  Superscript,
  Table2,
  Undo2,
} from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { chordOf } from '../../app/shortcut-table.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { MenuEntry } from '../../ui/menu-items.tsx'
import { insertKinds, lineKinds } from './block-kinds.tsx'
import { beginFootnote } from './footnote.ts'
import { markKinds } from './marks.tsx'
import styles from './toolbar.module.css'

interface ToolbarProps {
  editor: Editor
  onLink(): void
  onFind(): void
  onImage(file: File): void
}

const tableCommands = {
  addRowAfter,
  deleteRow,
  addColumnAfter,
  deleteColumn,
  toggleHeaderRow,
  mergeCells,
  splitCell,
  deleteTable,
}

/** Everything the text can be made of, above it. Pressing a button leaves the caret where it is. */
export function Toolbar({ editor, onLink, onFind, onImage }: ToolbarProps) {
  const { t } = useTranslation()
  const file = useRef<HTMLInputElement>(null)
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({
      line: (lineKinds.findLast(({ isActive }) => isActive?.(editor)) ?? lineKinds[0])?.id ?? 'paragraph',
      marks: [...markKinds.map(({ id }) => id), 'link', 'bulletList', 'orderedList', 'taskList']
        .filter((name) => editor.isActive(name))
        .join(' '),
      table: editor.isActive('table'),
      undo: editor.can().undo(),
      redo: editor.can().redo(),
    }),
  })
  const isOn = (name: string) => on.marks.split(' ').includes(name)
  const lineEntries: MenuEntry[] = lineKinds.map((kind) => ({
    id: kind.id,
    label: t(`dossier.block.${kind.id}`),
    icon: kind.icon,
    checked: kind.id === on.line,
    onSelect: () => kind.apply(editor),
  }))
  const insertEntries: MenuEntry[] = [
    {
      id: 'thing',
      label: t('dossier.insert.thing'),
      icon: <AtSign />,
      shortcut: '@',
      onSelect: () => editor.chain().focus().insertContent('@').run(),
    },
    { id: 'image', label: t('dossier.insert.image'), icon: <Image />, onSelect: () => file.current?.click() },
    ...insertKinds.map((kind) => ({
      id: kind.id,
      label: t(`dossier.block.${kind.id}`),
      icon: kind.icon,
      onSelect: () => kind.apply(editor),
    })),
  ]
  const tableEntries: MenuEntry[] = Object.entries(tableCommands).map(([id, command]) => ({
    id,
    label: t(`dossier.table.${id}`),
    danger: id === 'deleteTable',
    onSelect: () => {
      command(editor.state, editor.view.dispatch)
      editor.commands.focus()
    },
  }))
  return (
    <div
      role="toolbar"
      aria-label={t('dossier.format.label')}
      className={styles.toolbar}
      // The caret stays in the text.
      onMouseDown={(event) => event.preventDefault()}
    >
      <IconButton
        size="small"
        label={t('dossier.format.undo')}
        shortcut={chordOf('undo')}
        disabled={!on.undo}
        onClick={() => editor.chain().focus().undo().run()}
      >
        <Undo2 />
      </IconButton>
      <IconButton
        size="small"
        label={t('dossier.format.redo')}
        shortcut={chordOf('redo')}
        disabled={!on.redo}
        onClick={() => editor.chain().focus().redo().run()}
      >
        <Redo2 />
      </IconButton>
      <span className={styles.line} />
      <Menu
        entries={lineEntries}
        trigger={
          <Button
            variant="quiet"
            size="small"
            className={styles.kind}
            aria-label={`${t('dossier.format.kind')}: ${t(`dossier.block.${on.line}`)}`}
          >
            <span>{t(`dossier.block.${on.line}`)}</span>
            <ChevronDown />
          </Button>
        }
      />
      <span className={styles.line} />
      {markKinds.map(({ id, icon, shortcut, toggle }) => (
        <IconButton
          key={id}
          size="small"
          label={t(`dossier.format.${id}`)}
          shortcut={chordOf(shortcut)}
          pressed={isOn(id)}
          onClick={() => toggle(editor)}
        >
          {icon}
        </IconButton>
      ))}
      <IconButton
        size="small"
        label={t('dossier.format.link')}
        shortcut={chordOf('dossierLink')}
        pressed={isOn('link')}
        onClick={onLink}
      >
        <Link2 />
      </IconButton>
      <span className={styles.line} />
      <IconButton
        size="small"
        label={t('dossier.block.bulletList')}
        shortcut={chordOf('dossierBullets')}
        pressed={isOn('bulletList')}
        onClick={() => editor.chain().focus().toggleBulletList().run()}
      >
        <List />
      </IconButton>
      <IconButton
        size="small"
        label={t('dossier.block.orderedList')}
        shortcut={chordOf('dossierNumbers')}
        pressed={isOn('orderedList')}
        onClick={() => editor.chain().focus().toggleOrderedList().run()}
      >
        <ListOrdered />
      </IconButton>
      <IconButton
        size="small"
        label={t('dossier.block.taskList')}
        shortcut={chordOf('dossierTasks')}
        pressed={isOn('taskList')}
        onClick={() => editor.chain().focus().toggleTaskList().run()}
      >
        <ListTodo />
      </IconButton>
      <IconButton
        size="small"
        label={t('dossier.block.footnote')}
        shortcut={chordOf('dossierFootnote')}
        onClick={() => beginFootnote(editor, t('dossier.firstWords'))}
      >
        <Superscript />
      </IconButton>
      <Menu
        entries={insertEntries}
        trigger={
          <Button variant="quiet" size="small" icon={<Plus />}>
            {t('dossier.insert.label')}
          </Button>
        }
      />
      {on.table && (
        <Menu
          entries={tableEntries}
          trigger={
            <Button variant="quiet" size="small" icon={<Table2 />}>
              {t('dossier.table.label')}
            </Button>
          }
        />
      )}
      <span className={styles.space} />
      <IconButton
        size="small"
        label={t('dossier.find.open')}
        shortcut={chordOf('dossierFind')}
        onClick={onFind}
      >
        <Search />
      </IconButton>
      <input
        ref={file}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/gif,image/webp,image/avif"
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen !== undefined) onImage(chosen)
          target.value = ''
        }}
      />
    </div>
  )
}
