import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { client, rpc } from '../rpc/client.ts'
import { DateText } from '../ui/date-text.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './rounds.module.css'

const articlesAtMost = 100

/** The articles about a round; what they quote was said there, unless a quote has a round of its own. */
export function RoundArticles({ roundId }: { roundId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(
    rpc.article.list.queryOptions({
      filter: { roundId },
      order: { by: 'published', descending: false },
      limit: articlesAtMost,
    }),
  )
  if (data === undefined || data.total === 0) return null
  return (
    <section aria-label={t('rounds.articles')}>
      <div className={styles.bar}>
        <h2>
          {t('rounds.articles')} <span className={styles.total}>{data.total}</span>
        </h2>
      </div>
      <ul className={styles.articles}>
        {data.rows.map((article) => (
          <li key={article.id}>
            <Link href={paths.article(article.id)} dir="auto" lang={article.lang}>
              {article.title}
            </Link>
            <span className={styles.source}>
              {article.outlet !== null && <bdi>{article.outlet}</bdi>}
              {article.publishedAt !== null && <DateText short value={article.publishedAt} />}
            </span>
            <IconButton
              size="small"
              label={t('rounds.removeArticle', { title: article.title })}
              onClick={() =>
                void act(
                  () => client.round.assign.mutate({ roundId: null, articleIds: [article.id] }),
                  t('rounds.articleRemoved'),
                )
              }
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
