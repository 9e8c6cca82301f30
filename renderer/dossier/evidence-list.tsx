import { CircleAlert, Quote, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DossierPlace, EvidenceFinding, TypedQuote } from '#shared/domain/dossier-check.ts'
import { Button } from '../ui/button.tsx'
import styles from './evidence-list.module.css'

interface EvidenceListProps {
  findings: readonly EvidenceFinding[]
  /** Shows where it stands in the text. */
  onJump(place: DossierPlace): void
}

/** What the evidence check found, quote by quote in the order of the text; each leads to its place. */
export function EvidenceList({ findings, onJump }: EvidenceListProps) {
  const { t } = useTranslation()
  const byQuote = [...Map.groupBy(findings, ({ place }) => place.from).values()]
  return (
    <ul className={styles.list} aria-label={t('dossier.evidence.findings')}>
      {byQuote.map((found) => {
        const [first] = found
        if (first === undefined) return null
        return (
          <li key={first.place.from}>
            <button type="button" className={styles.item} onClick={() => onJump(first.place)}>
              <span className={styles.words} dir="auto">
                {first.text}
              </span>
              {first.articleTitle !== null && (
                <span className={styles.source} dir="auto">
                  {first.articleTitle}
                </span>
              )}
              {found.map((finding) => (
                <Finding key={finding.kind} finding={finding} />
              ))}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** What is missing weighs less than what is wrong; each has a sign of its own. */
function Finding({ finding: { kind, sourceText } }: { finding: EvidenceFinding }) {
  const { t } = useTranslation()
  const isMissing = kind === 'no-speaker' || kind === 'no-date'
  return (
    <span className={isMissing ? styles.missing : styles.wrong}>
      {isMissing ? <CircleAlert aria-hidden /> : <TriangleAlert aria-hidden />}
      <span>
        {t(`dossier.evidence.kind.${kind}`)}
        {sourceText !== null && (
          <>
            {' '}
            <q dir="auto">{sourceText}</q>
          </>
        )}
      </span>
    </span>
  )
}

interface TypedQuotesProps {
  typed: readonly TypedQuote[]
  onJump(place: DossierPlace): void
  /** Puts the notebook's quote in the place of what was typed; left out where that cannot be done. */
  onLink?(typed: TypedQuote): void
}

/** Quotations typed by hand that stand in the notebook, each with its source. */
export function TypedQuotes({ typed, onJump, onLink }: TypedQuotesProps) {
  const { t } = useTranslation()
  return (
    <ul className={styles.list} aria-label={t('dossier.evidence.typed')}>
      {typed.map((one) => (
        <li key={one.place.from} className={styles.typed}>
          <button type="button" className={styles.item} onClick={() => onJump(one.place)}>
            <span className={styles.words} dir="auto">
              {one.text}
            </span>
            <span className={styles.source} dir="auto">
              {one.articleTitle}
            </span>
            <span className={styles.known}>
              <Quote aria-hidden />
              {t(one.quoteId === null ? 'dossier.evidence.inArticle' : 'dossier.evidence.isQuote')}
            </span>
          </button>
          {onLink && (
            <Button size="small" onClick={() => onLink(one)}>
              {t('dossier.evidence.link')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
