import { type Editor, useEditorState } from '@tiptap/react'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chordOf } from '../../app/shortcut-table.ts'
import { matchesAtMost } from '../../reader/find/find-matches.ts'
import { Button } from '../../ui/button.tsx'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { announce } from '../../ui/live-region.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import styles from './find-bar.module.css'
import { endSearch, findState, replaceAllMatches, replaceMatch, seek, stepMatch } from './find-plugin.ts'

/** Words that are to be found in the dossier, the place at or after a position first. */
export interface SoughtPlace {
  words: string
  position: number
}

interface FindBarProps {
  editor: Editor
  /** What the bar opens with; without it, what is selected. */
  sought?: SoughtPlace | undefined
  onClose(): void
}

/** Finds words in the dossier, and writes others in their place. Enter and Shift+Enter step through them, Escape closes. */
export function FindBar({ editor, sought, onClose }: FindBarProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState(() => sought?.words ?? selectedWords(editor))
  const [words, setWords] = useState('')
  const { count, index } = useEditorState({
    editor,
    selector: ({ editor }) => {
      const found = findState(editor.state)
      return { count: found.matches.length, index: found.index }
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected is sought when the bar opens
  useEffect(() => {
    field.current?.select()
    if (query !== '') seek(editor.view, query, sought?.position)
  }, [editor])
  const close = () => {
    endSearch(editor.view)
    onClose()
  }
  const many = count.toLocaleString(locale) + (count >= matchesAtMost ? '+' : '')
  const said =
    query.trim() === ''
      ? ''
      : count === 0
        ? t('dossier.find.none')
        : t('dossier.find.place', { place: (index + 1).toLocaleString(locale), count: many })
  return (
    <search
      className={styles.bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <TextInput
        ref={field}
        autoFocus
        spellCheck={false}
        aria-label={t('dossier.find.label')}
        placeholder={t('dossier.find.label')}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value)
          seek(editor.view, target.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          stepMatch(editor.view, event.shiftKey ? -1 : 1)
        }}
      />
      <span className={styles.count} role="status">
        {said}
      </span>
      <IconButton
        size="small"
        label={t('dossier.find.previous')}
        disabled={count === 0}
        onClick={() => stepMatch(editor.view, -1)}
      >
        <ChevronUp />
      </IconButton>
      <IconButton
        size="small"
        label={t('dossier.find.next')}
        disabled={count === 0}
        onClick={() => stepMatch(editor.view, 1)}
      >
        <ChevronDown />
      </IconButton>
      <IconButton size="small" label={t('ui.close')} shortcut={chordOf('viewClose')} onClick={close}>
        <X />
      </IconButton>
      {editor.isEditable && (
        <>
          <TextInput
            aria-label={t('dossier.find.with')}
            placeholder={t('dossier.find.with')}
            value={words}
            onChange={({ target }) => setWords(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              replaceMatch(editor.view, words)
            }}
          />
          <span className={styles.replace}>
            <Button size="small" disabled={count === 0} onClick={() => replaceMatch(editor.view, words)}>
              {t('dossier.find.replace')}
            </Button>
            <Button
              size="small"
              disabled={count === 0}
              onClick={() =>
                announce(t('dossier.find.replaced', { count: replaceAllMatches(editor.view, words) }))
              }
            >
              {t('dossier.find.replaceAll')}
            </Button>
          </span>
        </>
      )}
    </search>
  )
}

/** What is selected, where that is a few words of one line. */
function selectedWords({ state: { doc, selection } }: Editor): string {
  const words = doc.textBetween(selection.from, selection.to, '\n')
  return words.length <= 200 && !words.includes('\n') ? words : ''
}
