import { ExternalLink, EyeOff, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readingMinutes } from '#shared/document/word-count.ts'
import type { Article, Revision } from '#shared/domain/article.ts'
import { languageName } from '../../library/language-name.ts'
import { DateText, RelativeTime } from '../../ui/date-text.tsx'
import styles from './article-head.module.css'
import { CopiesStrip } from './copies-strip.tsx'
import type { FactName } from './provenance.ts'
import { useSourceName } from './use-source-name.ts'

interface ArticleHeadProps {
  article: Article
  /** The revision on screen. */
  revision: Revision
  readOnly: boolean
}

/** What the article is: title, who wrote it where and when, how long it is; and what went wrong when it was captured. */
export function ArticleHead({ article, revision, readOnly }: ArticleHeadProps) {
  const { t, i18n } = useTranslation()
  const lang = article.lang === 'und' ? undefined : article.lang
  return (
    <header className={styles.head}>
      {(article.outlet !== null || article.publishedAt !== null) && (
        <p className={styles.source}>
          {article.outlet !== null && (
            <Fact article={article} name="outlet">
              <bdi className={styles.outlet}>{article.outlet}</bdi>
            </Fact>
          )}
          {article.publishedAt !== null && (
            <Fact article={article} name="publishedAt">
              <DateText value={article.publishedAt} />
            </Fact>
          )}
        </p>
      )}
      <h1 className={styles.title} dir="auto" lang={lang}>
        {article.title}
      </h1>
      {article.byline !== null && (
        <p className={styles.byline} dir="auto">
          <Fact article={article} name="byline">
            {article.byline}
          </Fact>
        </p>
      )}
      <ul className={styles.facts}>
        <li>
          <Fact article={article} name="lang">
            {lang === undefined ? t('reader.languageUnknown') : languageName(lang, i18n.language)}
          </Fact>
        </li>
        <li>{t('library.words', { count: revision.wordCount })}</li>
        <li>{t('reader.minutes', { count: readingMinutes(revision.wordCount, article.lang) })}</li>
        <li>
          {t('reader.clipped')} <RelativeTime value={revision.capturedAt} />
        </li>
        {article.url !== null && (
          <li>
            <a
              href={article.url}
              target="_blank"
              rel="noopener noreferrer"
              className={styles.link}
              title={article.url}
            >
              {hostOf(article.url)}
              <ExternalLink size={12} aria-hidden="true" />
              <span className={styles.hidden}>{t('reader.opensOutside')}</span>
            </a>
          </li>
        )}
      </ul>
      <CopiesStrip article={article} readOnly={readOnly} />
      {revision.edit === 'silent' && (
        <p className={styles.warning}>
          <EyeOff size={15} aria-hidden="true" />
          {t('reader.edits.silentExplain')}
        </p>
      )}
      {revision.warnings.map(({ code, message }) => (
        <p key={code} className={styles.warning}>
          <TriangleAlert size={15} aria-hidden="true" />
          {t(`reader.warning.${code}`, { defaultValue: message })}
        </p>
      ))}
    </header>
  )
}

/** A value that says on hover where it came from; the details list says it in full. */
function Fact({ article, name, children }: { article: Article; name: FactName; children: ReactNode }) {
  const { t } = useTranslation()
  const source = useSourceName(article)(name)
  return <span title={source === undefined ? undefined : t('reader.from', { source })}>{children}</span>
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
}
