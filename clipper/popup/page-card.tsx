import type { Door } from '../background/door.ts'
import { t } from '../i18n.ts'
import styles from './page-card.module.css'
import type { Situation } from './situation.ts'

/** The page in front, and what the notebook knows of it. */
export function PageCard({
  situation: { title, url, glance },
  door,
}: {
  situation: Situation
  door: Door | undefined
}) {
  const isWeb = /^https?:/.test(url)
  return (
    <section className={styles.card} aria-labelledby="page-title">
      <h2 id="page-title" className={styles.title} dir="auto">
        {title === '' ? t('page.none') : title}
      </h2>
      {isWeb && (
        <p className={styles.host} dir="ltr">
          {new URL(url).host.replace(/^www\./, '')}
        </p>
      )}
      <p className={styles.facts}>{isWeb ? <Facts door={door} /> : t('page.noneWhy')}</p>
      {isWeb && glance === null && <p className={styles.facts}>{t('page.byAddress')}</p>}
    </section>
  )
}

function Facts({ door }: { door: Door | undefined }) {
  if (door === undefined) return t('page.unknown')
  const { page } = door.state
  if (page === null) return t('page.new')
  return (
    <>
      <span className={styles.known}>{t('page.known')}</span>
      {' · '}
      {page.quotes === 0 ? t('page.noQuotes') : t('page.quotes', { count: page.quotes })}
      {page.lost > 0 && <span className={styles.lost}>{` · ${t('page.lost', { count: page.lost })}`}</span>}
    </>
  )
}
