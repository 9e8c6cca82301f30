import { Scale } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { usePreferences } from '../app/preferences.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Picker } from '../ui/picker/picker.tsx'
import { Popover } from '../ui/popover.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import styles from './coder-menu.module.css'
import { initialsOf } from './initials-of.ts'
import { useNotebookNames } from './notebook-names.ts'
import { ownCoderId } from './own-coder.ts'

/** Who is coding, always in sight: pressed, somebody else takes the seat. */
export function CoderMenu({ iconOnly, readOnly }: { iconOnly: boolean; readOnly: boolean }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { coders, ownCoderId: ownId } = useNotebookNames()
  const [{ coderName }, change] = usePreferences()
  const [open, setOpen] = useState(false)
  useAppShortcuts({ coder: () => setOpen(true) })
  const sit = (name: string) => {
    change({ coderName: name })
    if (!readOnly) void act(ownCoderId)
  }
  const label = coderName === '' ? t('quotes.coder.give') : t('quotes.coder.whoIs', { name: coderName })
  return (
    <Popover
      label={t('quotes.coder.who')}
      side="right"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.seat} aria-label={label}>
          <Tooltip label={label} shortcut={chordOf('coder')} side="right">
            <span
              aria-hidden="true"
              className={styles.badge}
              data-empty={coderName === '' || undefined}
              data-initials={coderName === '' ? '?' : initialsOf(coderName)}
            />
          </Tooltip>
          {!iconOnly && <bdi className={styles.name}>{coderName === '' ? label : coderName}</bdi>}
        </button>
      }
    >
      <div className={styles.panel}>
        <p className={styles.explain}>{t('quotes.coder.explain')}</p>
        <Picker
          label={t('quotes.coder.who')}
          placeholder={t('quotes.coder.find')}
          options={coders.map(({ id, name }) => ({ id, label: name }))}
          chosen={new Set(ownId === null ? [] : [ownId])}
          autoFocus
          onChoose={({ label: name }) => sit(name)}
          onCreate={sit}
          onClose={() => setOpen(false)}
        />
        {coderName !== '' && (
          <button
            type="button"
            className={styles.entry}
            onClick={() => {
              change({ coderName: '' })
              setOpen(false)
            }}
          >
            {t('quotes.coder.clear')}
          </button>
        )}
        {coders.length > 0 && (
          <button
            type="button"
            className={styles.entry}
            onClick={() => {
              setOpen(false)
              navigate(paths.agreement)
            }}
          >
            <Scale aria-hidden />
            {t('quotes.coder.agreement')}
            <Kbd chord={chordOf('goAgreement')} />
          </button>
        )}
      </div>
    </Popover>
  )
}
