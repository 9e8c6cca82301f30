import { Share2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { shareDialog } from '../sharing/share-store.ts'
import { Button } from '../ui/button.tsx'
import screen from './settings-screen.module.css'

/** The way to a part of the notebook as one of its own, for somebody else. */
export function ShareSection() {
  const { t } = useTranslation()
  return (
    <section className={screen.section}>
      <h2>{t('sharing.title')}</h2>
      <p className={screen.explain}>{t('sharing.explain')}</p>
      <div>
        <Button icon={<Share2 />} onClick={() => shareDialog.open()}>
          {t('sharing.open')}
        </Button>
      </div>
    </section>
  )
}
