import { FileText, MessageSquare, Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { SearchHit, SearchKind } from '#shared/domain/search.ts'
import { paths } from '../app/paths.ts'
import { DateText } from '../ui/date-text.tsx'
import { MarkedText } from '../ui/marked-text.tsx'
import styles from './hit-item.module.css'

const icons: Record<SearchKind, typeof FileText> = { article: FileText, quote: Quote, comment: MessageSquare }

/** One thing found: what it is, where it stands, and the words around the hit. */
export function HitItem({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation()
  const Icon = icons[hit.kind]
  return (
    <Link href={paths.article(hit.articleId, hit.quoteId ?? undefined)} className={styles.hit}>
      <span className={styles.kind}>
        <Icon size={16} role="img" aria-label={t(`search.kind.${hit.kind}`)} />
      </span>
      <span className={styles.title} dir="auto">
        <MarkedText text={hit.title} marks={asRanges(hit.titleMarks)} />
      </span>
      <span className={styles.snippet} dir="auto" lang={hit.lang}>
        <MarkedText text={hit.snippet.text} marks={asRanges(hit.snippet.marks)} />
      </span>
      <span className={styles.facts}>
        {hit.speaker !== null && <bdi className={styles.speaker}>{hit.speaker}</bdi>}
        {hit.outlet !== null && <bdi>{hit.outlet}</bdi>}
        {hit.publishedAt !== null && <DateText short value={hit.publishedAt} />}
        <span className={styles.lang}>{hit.lang}</span>
      </span>
    </Link>
  )
}

function asRanges(marks: SearchHit['titleMarks']) {
  return marks.map(([start, end]) => ({ start, end }))
}
