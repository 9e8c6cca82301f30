import { ArrowLeft, Layers } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chordOf } from '../app/shortcut-table.ts'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import styles from './story-bar.module.css'

/** Says that the list shows the copies of one story, and leads back; stands where the filters were. */
export function StoryBar({ onBack }: { onBack(): void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('library.story.bar')}>
      <Button size="small" icon={<ArrowLeft />} onClick={onBack}>
        {t('library.story.back')}
      </Button>
      <p className={styles.words}>
        <Layers size={15} aria-hidden="true" />
        {t('library.story.explain')}
      </p>
      <span className={styles.key}>
        <Kbd chord={chordOf('leaveStory')} /> {t('library.story.leave')}
      </span>
    </div>
  )
}
