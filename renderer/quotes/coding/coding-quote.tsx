import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { act } from '../../app/act.ts'
import { paths } from '../../app/paths.ts'
import { chordOf } from '../../app/shortcut-table.ts'
import { client } from '../../rpc/client.ts'
import { cx } from '../../ui/cx.ts'
import { DateField } from '../../ui/date-field.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Popover } from '../../ui/popover.tsx'
import { formatPartialDate } from '../../ui/partial-date.ts'
import { useFormatLocale } from '../../ui/format-locale.ts'
import type { NotebookNames } from '../notebook-names.ts'
import { PickSpeaker } from '../pick/pick-speaker.tsx'
import pick from '../pick/pick.module.css'
import styles from './coding-mode.module.css'

interface CodingQuoteProps {
  quote: QuoteRow
  names: NotebookNames
  open: 'speaker' | 'date' | null
  onOpen(field: 'speaker' | 'date' | null): void
}

/** The quote in hand among the words it stands between, with who said it, when, and where it was read. */
export function CodingQuote({ quote, names, open, onOpen }: CodingQuoteProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const speaker = quote.speakerId === null ? undefined : names.actor(quote.speakerId)
  const change = (facts: { speakerId?: string | null; saidOn?: string | null }) =>
    void act(() => client.quote.update.mutate({ id: quote.id, ...facts }))
  return (
    <article className={styles.sheet} aria-label={t('quotes.label', { words: quote.exact.slice(0, 80) })}>
      <p className={styles.facts}>
        <PickSpeaker
          label={t('quotes.card.speaker')}
          chosenId={quote.speakerId}
          canCreate
          open={open === 'speaker'}
          onOpenChange={(isOpen) => onOpen(isOpen ? 'speaker' : null)}
          onChoose={(speakerId) => change({ speakerId })}
          others={[
            {
              id: 'none',
              label: t('quotes.card.speakerClear'),
              onChoose: () => change({ speakerId: null }),
            },
          ]}
          trigger={
            <button
              type="button"
              className={cx(styles.fact, styles.speaker, speaker === undefined && styles.missing)}
            >
              <bdi>{speaker?.name ?? t('quotes.card.speakerNone')}</bdi>{' '}
              <Kbd chord={chordOf('codingSpeaker')} />
            </button>
          }
        />
        <Popover
          label={t('quotes.card.saidOn')}
          open={open === 'date'}
          onOpenChange={(isOpen) => onOpen(isOpen ? 'date' : null)}
          trigger={
            <button type="button" className={cx(styles.fact, quote.saidOn === null && styles.missing)}>
              <span>
                {quote.saidOn === null
                  ? t('quotes.card.saidOnNone')
                  : formatPartialDate(quote.saidOn, locale, 'short')}
              </span>{' '}
              <Kbd chord={chordOf('codingDate')} />
            </button>
          }
        >
          <div className={pick.dates}>
            <DateField
              label={t('quotes.card.saidOn')}
              value={quote.saidOn}
              autoFocus
              onChange={(saidOn) => {
                change({ saidOn })
                onOpen(null)
              }}
            />
          </div>
        </Popover>
      </p>
      <blockquote className={styles.words} dir="auto" lang={quote.lang}>
        <span className={styles.around}>{quote.prefix}</span>
        <mark className={styles.exact}>{quote.exact}</mark>
        <span className={styles.around}>{quote.suffix}</span>
      </blockquote>
      <p className={styles.source}>
        <Link href={paths.article(quote.articleId, quote.id)}>
          <bdi>{quote.articleTitle}</bdi>
        </Link>
        {quote.outlet !== null && (
          <>
            {' · '}
            <bdi>{quote.outlet}</bdi>
          </>
        )}
        {quote.publishedAt !== null && (
          <>
            {' · '}
            <DateText short value={quote.publishedAt} />
          </>
        )}
      </p>
    </article>
  )
}
