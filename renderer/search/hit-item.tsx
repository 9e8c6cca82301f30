import { FileText, Handshake, ListTree, MessageSquare, NotebookPen, Quote, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { SearchHit, SearchKind } from '#shared/domain/search.ts'
import { isPassageKind } from '#shared/search/query.ts'
import { paths } from '../app/paths.ts'
import { DateText } from '../ui/date-text.tsx'
import { MarkedText } from '../ui/marked-text.tsx'
import styles from './hit-item.module.css'

export const kindIcons: Record<SearchKind, typeof FileText> = {
  article: FileText,
  quote: Quote,
  comment: MessageSquare,
  dossier: NotebookPen,
  topic: ListTree,
  round: Handshake,
  actor: UsersRound,
}

/** One thing found: what it is, where it stands, and the words around the hit. */
export function HitItem({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation()
  const Icon = kindIcons[hit.kind]
  return (
    <Link href={pathOf(hit)} className={styles.hit}>
      <span className={styles.kind}>
        <Icon size={16} role="img" aria-label={t(`search.kind.${hit.kind}`)} />
      </span>
      <span className={styles.title} dir="auto">
        <MarkedText text={hit.title} marks={asRanges(hit.titleMarks)} />
      </span>
      {hit.snippet.text !== '' && (
        <span className={styles.snippet} dir="auto" lang={hit.lang === '' ? undefined : hit.lang}>
          <MarkedText text={hit.snippet.text} marks={asRanges(hit.snippet.marks)} />
        </span>
      )}
      <span className={styles.facts}>
        {isPassageKind(hit.kind) && <span>{t(`search.kind.${hit.kind}`)}</span>}
        {hit.speaker !== null && <bdi className={styles.speaker}>{hit.speaker}</bdi>}
        {hit.outlet !== null && <bdi>{hit.outlet}</bdi>}
        {hit.publishedAt !== null && <DateText short value={hit.publishedAt} />}
        {hit.lang !== '' && <span className={styles.lang}>{hit.lang}</span>}
      </span>
    </Link>
  )
}

/** Where a hit leads: into an article, to its quote, into a dossier at the words, or to the page of its kind. */
function pathOf(hit: SearchHit): string {
  switch (hit.kind) {
    case 'dossier':
      return hit.place === null ? paths.dossiers(hit.id) : paths.dossierAt(hit.id, hit.place)
    case 'topic':
      return paths.topics(hit.id)
    case 'round':
      return paths.rounds(hit.id)
    case 'actor':
      return paths.actors(hit.id)
    case 'article':
    case 'quote':
    case 'comment':
      return paths.article(hit.articleId ?? '', hit.quoteId ?? undefined)
  }
}

function asRanges(marks: SearchHit['titleMarks']) {
  return marks.map(([start, end]) => ({ start, end }))
}
