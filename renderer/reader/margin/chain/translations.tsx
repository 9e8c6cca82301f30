import { Languages, Plus, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Quote } from '#shared/domain/quote.ts'
import type { Translation } from '#shared/domain/translation.ts'
import { languageName } from '../../../library/language-name.ts'
import { Badge } from '../../../ui/badge.tsx'
import { useMargin } from '../card-context.ts'
import { langOf } from '../language-of.ts'
import fields from '../fields.module.css'
import styles from './chain.module.css'
import { TranslationDialog } from './translation-dialog.tsx'

/** The words of a quote in other languages, by whom, and which version counts. */
export function Translations({ quote, canAdd }: { quote: Quote; canAdd: boolean }) {
  const { t, i18n } = useTranslation()
  const { article, readOnly } = useMargin()
  const [edited, setEdited] = useState<Translation | 'new' | null>(null)
  const isOriginalIt = !quote.translations.some(({ authoritative }) => authoritative)
  const content = ({ lang, text, translator, authoritative }: Translation) => (
    <>
      <span className={styles.translationHead}>
        {languageName(lang, i18n.language)}
        {' · '}
        {translator === null ? (
          <span className={styles.missing}>{t('quotes.translation.translatorMissing')}</span>
        ) : (
          <bdi>{translator}</bdi>
        )}
        {authoritative && (
          <Badge tone="accent" icon={<ShieldCheck size={12} />}>
            {t('quotes.translation.authoritative')}
          </Badge>
        )}
      </span>
      <span className={styles.translationWords} dir="auto" lang={lang}>
        {text}
      </span>
    </>
  )
  return (
    <>
      {quote.translations.map((version) =>
        readOnly ? (
          <div key={version.id} className={styles.translation}>
            {content(version)}
          </div>
        ) : (
          <button
            key={version.id}
            type="button"
            className={styles.translation}
            onClick={() => setEdited(version)}
          >
            {content(version)}
          </button>
        ),
      )}
      {quote.translations.length > 0 && isOriginalIt && (
        <p className={styles.note}>
          {t('quotes.translation.original', {
            lang: languageName(langOf(article) ?? article.lang, i18n.language),
          })}
        </p>
      )}
      {canAdd && !readOnly && (
        <button type="button" className={fields.add} onClick={() => setEdited('new')}>
          {quote.translations.length === 0 ? <Languages aria-hidden /> : <Plus aria-hidden />}
          {t('quotes.translation.add')}
        </button>
      )}
      {edited !== null && (
        <TranslationDialog
          quote={quote}
          version={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}
