import { ArrowLeft, ArrowRight, Command, Keyboard, Lock } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useRoute } from 'wouter'
import { resultsId } from '../search/results-id.ts'
import { Badge } from '../ui/badge.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { describeReadOnly, useWhyReadOnly } from './can-write.ts'
import { useHistoryEnds, useSearchQuery } from './location.ts'
import { paths, patterns } from './paths.ts'
import { chordOf } from './shortcut-table.ts'
import styles from './top-bar.module.css'
import { useAppShortcuts } from './use-app-shortcuts.ts'

interface TopBarProps {
  onPalette(): void
  onKeys(): void
}

/** Back and forward, the search of the whole notebook, and the way to every command. */
export function TopBar({ onPalette, onKeys }: TopBarProps) {
  const { t } = useTranslation()
  const { canGoBack, canGoForward } = useHistoryEnds()
  useAppShortcuts({
    back: () => (canGoBack ? history.back() : false),
    forward: () => (canGoForward ? history.forward() : false),
  })
  const whyReadOnly = useWhyReadOnly()
  const why = whyReadOnly && describeReadOnly(whyReadOnly)
  return (
    <header className={styles.bar}>
      <div className={styles.side}>
        <IconButton
          label={t('app.back')}
          shortcut={chordOf('back')}
          disabled={!canGoBack}
          onClick={() => history.back()}
        >
          <ArrowLeft />
        </IconButton>
        <IconButton
          label={t('app.forward')}
          shortcut={chordOf('forward')}
          disabled={!canGoForward}
          onClick={() => history.forward()}
        >
          <ArrowRight />
        </IconButton>
        {why !== null && (
          <Tooltip label={why}>
            <button
              type="button"
              className={styles.readOnly}
              aria-label={`${t('app.readOnly.badge')}: ${why}`}
            >
              <Badge tone="warning" icon={<Lock />}>
                {t('app.readOnly.badge')}
              </Badge>
            </button>
          </Tooltip>
        )}
      </div>
      <GlobalSearch />
      <div className={styles.end}>
        <IconButton label={t('app.commands')} shortcut={chordOf('palette')} onClick={onPalette}>
          <Command />
        </IconButton>
        <IconButton label={t('app.shortcuts')} shortcut={chordOf('keys')} onClick={onKeys}>
          <Keyboard />
        </IconButton>
      </div>
    </header>
  )
}

/** Goes to the search screen with what is typed; shows that screen's query while it is open. */
function GlobalSearch() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [isSearching] = useRoute(patterns.search)
  const searched = useSearchQuery()
  const field = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState('')
  const query = isSearching ? searched : draft
  useAppShortcuts({
    search: () => {
      field.current?.focus()
      field.current?.select()
    },
  })
  return (
    <SearchField
      ref={field}
      className={styles.search}
      label={t('app.searchNotebook')}
      value={query}
      shortcut={chordOf('search')}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
        const hit = document.querySelector<HTMLAnchorElement>(`#${resultsId} a`)
        if (hit === null) return
        event.preventDefault()
        hit.focus()
      }}
      onChange={(next) => {
        setDraft(next)
        if (isSearching || next !== '') navigate(paths.search(next || undefined), { replace: isSearching })
      }}
    />
  )
}
