import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Quote } from '#shared/domain/quote.ts'
import { usePreferences } from '../../app/preferences.ts'
import { NamingDossiers } from '../../dossier/naming-dossiers.tsx'
import { CommentView } from '../../quotes/comment-view.tsx'
import { AnchorNote } from '../../quotes/anchor-note.tsx'
import { Sources } from '../../quotes/utterances/sources.tsx'
import { typeAhead } from '../../ui/shortcuts/type-ahead.ts'
import { CardMenu } from './card-menu.tsx'
import { useMargin } from './card-context.ts'
import { AttributionLine } from './chain/attribution-line.tsx'
import { AttributionPanel } from './chain/attribution-panel.tsx'
import { Translations } from './chain/translations.tsx'
import { CommentField } from './comment/comment-field.tsx'
import { CopiesNote } from './copies-note.tsx'
import { langOf } from './language-of.ts'
import styles from './quote-card.module.css'
import type { CardField, EditRequest } from './quote-margin.tsx'
import { SaidOnField } from './said-on-field.tsx'
import { SpeakerField } from './speaker-field.tsx'
import { TopicField } from './topic-field.tsx'

/** A quote of more characters scrolls in its card, and must then be reached by key to be scrolled. */
const longWords = 450

/** A card that is open: the whole quote, and everything about it to be changed where it stands. */
export function OpenCard({ quote, request }: { quote: Quote; request: EditRequest | null }) {
  const { t } = useTranslation()
  const { article, leave, readOnly, take } = useMargin()
  const head = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [{ cardMore }, setPreferences] = usePreferences()
  const [field, setField] = useState<CardField | null>(null)
  const [cameFromText, setCameFromText] = useState(false)
  useEffect(() => {
    if (request === null) return
    if (request.field === 'more') setPreferences({ cardMore: true })
    setField(request.field)
    setCameFromText(true)
    take()
    head.current?.closest('[data-card]')?.scrollIntoView({ block: 'nearest' })
  }, [request, take, setPreferences])

  const toggleMore = () => {
    setField(null)
    setPreferences({ cardMore: !cardMore })
  }
  useEffect(() => {
    if (field !== 'more' || !cardMore) return
    panel.current?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true })
    panel.current?.scrollIntoView({ block: 'nearest' })
    setField(null)
  }, [field, cardMore])

  const fieldProps = (name: CardField) => ({
    quote,
    open: field === name,
    onOpenChange: (open: boolean) => {
      setField(open ? name : null)
      if (!open) return
      setCameFromText(false)
      typeAhead()
    },
    /** Where the focus goes when the field is done with; false leaves it to the field itself. */
    onDone: () => {
      if (cameFromText) leave()
      return cameFromText
    },
  })
  return (
    <>
      <div ref={head} className={styles.head}>
        <SpeakerField {...fieldProps('speaker')} />
        <SaidOnField {...fieldProps('said')} />
        <AnchorNote anchor={quote.anchor} />
        <span className={styles.menu}>
          <CardMenu quote={quote} />
        </span>
      </div>
      <blockquote
        className={styles.wholeWords}
        dir="auto"
        lang={langOf(article)}
        aria-label={t('quotes.card.words')}
        tabIndex={quote.exact.length > longWords ? 0 : undefined}
      >
        {quote.exact}
      </blockquote>
      <CopiesNote quote={quote} />
      <NamingDossiers kind="quote" id={quote.id} />
      <div ref={panel} className={styles.chain}>
        <AttributionLine quote={quote} open={cardMore} onToggle={toggleMore} />
        {cardMore && !readOnly && <AttributionPanel quote={quote} />}
        <Sources quote={quote} readOnly={readOnly} />
        <Translations quote={quote} canAdd={cardMore} />
      </div>
      <TopicField {...fieldProps('topic')} withAll={cardMore} />
      {readOnly ? (
        quote.comment && <CommentView document={quote.comment.document} />
      ) : (
        <CommentField {...fieldProps('comment')} />
      )}
    </>
  )
}
