import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { paths } from '../app/paths.ts'
import type { NotebookNames } from '../quotes/notebook-names.ts'
import { QuoteItem } from '../quotes/quote-item.tsx'
import styles from './evidence-panel.module.css'
import { groupUtterances } from './group-utterances.ts'

interface UtteranceListProps {
  quotes: readonly QuoteRow[]
  names: NotebookNames
  /** The topic that the list is about, where it is one. */
  about: string | null
}

/** Who said what, each utterance once with all its sources. */
export function UtteranceList({ quotes, names, about }: UtteranceListProps) {
  const { t } = useTranslation()
  const utterances = groupUtterances(quotes)
  return (
    <>
      <p className={styles.count}>
        {t('analysis.evidence.count', { count: utterances.length })}
        {quotes.length > utterances.length && (
          <> · {t('analysis.evidence.sources', { count: quotes.length })}</>
        )}
      </p>
      {utterances.map(({ quote, copies }) => (
        <div key={quote.id} className={styles.utterance}>
          {quote.speakerId !== null && (
            <Link href={paths.actors(quote.speakerId)} className={styles.speaker}>
              <bdi>{names.actor(quote.speakerId)?.name}</bdi>
            </Link>
          )}
          <QuoteItem quote={quote} names={names} about={about} />
          {copies.length > 0 && (
            <p className={styles.copies}>
              {t('analysis.evidence.also')}{' '}
              {copies.map((copy, index) => (
                <span key={copy.id}>
                  {index > 0 && ', '}
                  <Link href={paths.article(copy.articleId, copy.id)}>
                    <bdi>{copy.outlet ?? copy.articleTitle}</bdi>
                  </Link>
                </span>
              ))}
            </p>
          )}
        </div>
      ))}
    </>
  )
}
