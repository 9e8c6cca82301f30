import { ALargeSmall, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Preferences, readerMeasures, readerSizes, usePreferences } from '../app/preferences.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { currentTheme } from '../app/theme.ts'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Popover } from '../ui/popover.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import styles from './appearance-popover.module.css'

const themes = ['app', 'light', 'sepia', 'dark'] as const
const faces = ['serif', 'book', 'sans'] as const
const colours = ['stance', 'topic'] as const

/** How the text looks: paper, face, size, width, and what gives highlights their colour. Shown at once behind it. */
export function AppearancePopover({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange(open: boolean): void
}) {
  const { t } = useTranslation()
  const [preferences, set] = usePreferences()
  return (
    <Popover
      label={t('reader.appearance.title')}
      align="end"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <IconButton label={t('reader.appearance.title')} shortcut={chordOf('appearance')}>
          <ALargeSmall />
        </IconButton>
      }
    >
      <div className={styles.panel}>
        <div className={styles.choices} role="radiogroup" aria-label={t('reader.appearance.theme')}>
          {themes.map((theme) => (
            <Choice
              key={theme}
              chosen={preferences.readerTheme === theme}
              onChoose={() => set({ readerTheme: theme })}
              label={t(`reader.appearance.themes.${theme}`)}
            >
              <span className={styles.paper} data-reader-theme={theme === 'app' ? currentTheme() : theme}>
                Aa
              </span>
            </Choice>
          ))}
        </div>
        <div className={styles.choices} role="radiogroup" aria-label={t('reader.appearance.face')}>
          {faces.map((face) => (
            <Choice
              key={face}
              chosen={preferences.readerFace === face}
              onChoose={() => set({ readerFace: face })}
              label={t(`reader.appearance.faces.${face}`)}
            >
              <span className={cx(styles.face, styles[face])}>Ag</span>
            </Choice>
          ))}
        </div>
        <Stepper
          label={t('reader.appearance.size')}
          value={preferences.readerSize}
          unit={t('reader.appearance.pixels', { count: preferences.readerSize })}
          least={readerSizes.smallest}
          most={readerSizes.largest}
          step={1}
          shortcuts={['textSmaller', 'textLarger']}
          onChange={(readerSize) => set({ readerSize })}
        />
        <Stepper
          label={t('reader.appearance.measure')}
          value={preferences.readerMeasure}
          unit={t('reader.appearance.characters', { count: preferences.readerMeasure })}
          least={readerMeasures.narrowest}
          most={readerMeasures.widest}
          step={1}
          onChange={(readerMeasure) => set({ readerMeasure })}
        />
        <div className={styles.line}>
          <span>{t('reader.appearance.colours')}</span>
          <SegmentedControl<Preferences['readerColours']>
            label={t('reader.appearance.colours')}
            value={preferences.readerColours}
            segments={colours.map((value) => ({ value, label: t(`reader.appearance.colour.${value}`) }))}
            onChoose={(readerColours) => set({ readerColours })}
          />
        </div>
      </div>
    </Popover>
  )
}

interface ChoiceProps {
  label: string
  chosen: boolean
  onChoose(): void
  children: ReactNode
}

function Choice({ label, chosen, onChoose, children }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a radio cannot show the paper or the face it stands for
    <button type="button" role="radio" aria-checked={chosen} className={styles.choice} onClick={onChoose}>
      {children}
      <span>{label}</span>
    </button>
  )
}

interface StepperProps {
  label: string
  value: number
  unit: string
  least: number
  most: number
  step: number
  shortcuts?: readonly ['textSmaller', 'textLarger']
  onChange(value: number): void
}

function Stepper({ label, value, unit, least, most, step, shortcuts, onChange }: StepperProps) {
  const { t } = useTranslation()
  const [smaller, larger] = shortcuts ?? []
  return (
    <div className={styles.line}>
      <span>{label}</span>
      <span className={styles.stepper}>
        <IconButton
          label={t('reader.appearance.less', { what: label })}
          {...(smaller ? { shortcut: chordOf(smaller) } : {})}
          size="small"
          disabled={value <= least}
          onClick={() => onChange(value - step)}
        >
          <Minus />
        </IconButton>
        <input
          type="range"
          className={styles.range}
          aria-label={label}
          aria-valuetext={unit}
          min={least}
          max={most}
          step={step}
          value={value}
          onChange={({ target }) => onChange(target.valueAsNumber)}
        />
        <IconButton
          label={t('reader.appearance.more', { what: label })}
          {...(larger ? { shortcut: chordOf(larger) } : {})}
          size="small"
          disabled={value >= most}
          onClick={() => onChange(value + step)}
        >
          <Plus />
        </IconButton>
        <output className={styles.value}>{unit}</output>
      </span>
    </div>
  )
}
