import { FileInput } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../app/location.ts'
import { paths } from '../app/paths.ts'
import { Button } from '../ui/button.tsx'
import screen from './settings-screen.module.css'

/** The way to where another notebook and files of other programs come in. */
export function ImportSection() {
  const { t } = useTranslation()
  return (
    <section className={screen.section}>
      <h2>{t('import.name')}</h2>
      <p className={screen.explain}>{t('import.explain')}</p>
      <div>
        <Button icon={<FileInput />} onClick={() => navigate(paths.import)}>
          {t('app.shortcut.goImport')}
        </Button>
      </div>
    </section>
  )
}
