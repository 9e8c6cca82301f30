import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { desktop } from '../rpc/desktop.ts'
import { Field } from '../ui/field.tsx'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { BackupSection } from './backup-section.tsx'
import { CitationSection } from './citation-section.tsx'
import { ClipperSection } from './clipper-section.tsx'
import { CoderSection } from './coder-section.tsx'
import { ExportSection } from './export-section.tsx'
import { ImportSection } from './import-section.tsx'
import { NotebookSection } from './notebook-section.tsx'
import { ShareSection } from './share-section.tsx'
import styles from './settings-screen.module.css'

/** How the app looks on this machine, who may clip into it, the care of the notebook, and what leaves it. */
export function SettingsScreen() {
  const { t } = useTranslation()
  return (
    <div className={styles.screen}>
      <h1 className={styles.title}>{t('settings.title')}</h1>
      <AppearanceSection />
      <CoderSection />
      <NotebookSection />
      <ClipperSection />
      <BackupSection />
      <CitationSection />
      <ImportSection />
      <ExportSection />
      <ShareSection />
    </div>
  )
}

function AppearanceSection() {
  const { t } = useTranslation()
  const [preferences, change] = usePreferences()
  const segments = <const Value extends string>(group: string, values: readonly Value[]) =>
    values.map((value) => ({ value, label: t(['settings', group, value].join('.')) }))
  return (
    <section className={styles.section}>
      <h2>{t('settings.appearance')}</h2>
      <Field label={t('settings.theme.label')} layout="row">
        {() => (
          <SegmentedControl
            label={t('settings.theme.label')}
            value={preferences.theme}
            segments={segments('theme', ['system', 'light', 'dark'])}
            onChoose={(theme) => change({ theme })}
          />
        )}
      </Field>
      {desktop !== undefined && (
        <Field label={t('settings.accent.label')} layout="row">
          {() => (
            <SegmentedControl
              label={t('settings.accent.label')}
              value={preferences.accent}
              segments={segments('accent', ['system', 'app'])}
              onChoose={(accent) => change({ accent })}
            />
          )}
        </Field>
      )}
      <Field label={t('settings.language.label')} layout="row">
        {() => (
          <SegmentedControl
            label={t('settings.language.label')}
            value={preferences.language}
            segments={segments('language', ['system', 'en', 'uk'])}
            onChoose={(language) => change({ language })}
          />
        )}
      </Field>
      <Field label={t('settings.density.label')} layout="row">
        {() => (
          <SegmentedControl
            label={t('settings.density.label')}
            value={preferences.density}
            segments={segments('density', ['comfortable', 'compact'])}
            onChoose={(density) => change({ density })}
          />
        )}
      </Field>
    </section>
  )
}
