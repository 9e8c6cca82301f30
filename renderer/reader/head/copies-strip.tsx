import { Layers, Ungroup } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Article } from '#shared/domain/article.ts'
import { chordOf } from '../../app/shortcut-table.ts'
import { paths } from '../../app/paths.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useCopies } from '../use-copies.ts'
import { notThisStory } from '../not-this-story.ts'
import styles from './copies-strip.module.css'

interface CopiesStripProps {
  article: Article
  readOnly: boolean
}

/** More are behind a button. */
const shownAtFirst = 6

/** Where else the same report stands, each outlet a way there. */
export function CopiesStrip({ article, readOnly }: CopiesStripProps) {
  const { t } = useTranslation()
  const copies = useCopies(article)
  const [isWhole, setWhole] = useState(false)
  if (copies.length === 0) return null
  const shown = isWhole ? copies : copies.slice(0, shownAtFirst)
  return (
    <section className={styles.strip} aria-label={t('reader.story.label')}>
      <Layers size={14} aria-hidden="true" />
      <span>{t('reader.story.alsoIn')}</span>
      <ul className={styles.copies}>
        {shown.map(({ id, outlet, title, lang }) => (
          <li key={id}>
            <Link
              className={styles.link}
              href={paths.article(id)}
              title={title}
              lang={lang === 'und' ? undefined : lang}
            >
              <bdi>{outlet ?? title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      {copies.length > shown.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {t('reader.story.more', { count: copies.length - shown.length })}
        </button>
      )}
      {!readOnly && (
        <IconButton
          size="small"
          label={t('reader.shortcut.articleNotStory')}
          shortcut={chordOf('articleNotStory')}
          onClick={() => void notThisStory(article.id)}
        >
          <Ungroup />
        </IconButton>
      )}
    </section>
  )
}
