import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { chordOf } from '../../app/shortcut-table.ts'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './find-bar.module.css'
import { matchesAtMost } from './find-matches.ts'
import type { FindInArticle } from './use-find.ts'

/** Finds words in the article: Enter and Shift+Enter step through the places, Escape closes and keeps the place selected. */
export function FindBar({ find }: { find: FindInArticle }) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const count = find.count.toLocaleString(locale) + (find.count >= matchesAtMost ? '+' : '')
  const said =
    find.query.trim() === ''
      ? ''
      : find.count === 0
        ? t('reader.find.none')
        : t('reader.find.place', { place: (find.index + 1).toLocaleString(locale), count })
  return (
    <search className={styles.bar}>
      <input
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: the bar was asked for, to type into it
        autoFocus
        className={styles.field}
        type="text"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('reader.find.label')}
        placeholder={t('reader.find.label')}
        value={find.query}
        onChange={({ target }) => find.search(target.value)}
        onKeyDown={(event) => {
          const asksForFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)
          if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') find.close()
          else if (asksForFind) event.currentTarget.select()
          else return
          event.preventDefault()
        }}
      />
      <span className={styles.count} role="status">
        {said}
      </span>
      <IconButton
        label={t('reader.shortcut.findPrevious')}
        shortcut={chordOf('findPrevious')}
        size="small"
        disabled={find.count === 0}
        onClick={() => find.step(-1)}
      >
        <ChevronUp />
      </IconButton>
      <IconButton
        label={t('reader.shortcut.findNext')}
        shortcut={chordOf('findNext')}
        size="small"
        disabled={find.count === 0}
        onClick={() => find.step(1)}
      >
        <ChevronDown />
      </IconButton>
      <IconButton label={t('reader.close')} size="small" onClick={find.close}>
        <X />
      </IconButton>
    </search>
  )
}
