import { useQuery } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Agreement } from '#shared/domain/analysis.ts'
import { type Stance, stances } from '#shared/domain/link.ts'
import { act } from '../../app/act.ts'
import { paths } from '../../app/paths.ts'
import { client, rpc } from '../../rpc/client.ts'
import { DateText } from '../../ui/date-text.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { ShapeMark } from '../../ui/shape-mark.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CoderMark } from '../coder-mark.tsx'
import { dateOfQuote } from '../group-quotes.ts'
import type { NotebookNames } from '../notebook-names.ts'
import { ownCoderId } from '../own-coder.ts'
import { StanceMark } from '../stance-mark.tsx'
import { useCoderName } from '../use-coder-name.ts'
import styles from './agreement.module.css'

interface DisagreementProps {
  disagreement: Agreement['disagreements'][number]
  topicId: string
  names: NotebookNames
}

/** One quote that coders see differently: who sees what, side by side; one's own view can be changed here, with 1 to 4. */
export function Disagreement({ disagreement, topicId, names }: DisagreementProps) {
  const { t } = useTranslation()
  const coderName = useCoderName()
  const { data: quote } = useQuery(rpc.quote.get.queryOptions({ id: disagreement.quoteId }))
  if (quote === undefined) return <Skeleton lines={2} />
  const own = disagreement.codings.find(({ coderId }) => names.isOwn(coderId))
  const speaker = quote.speakerId === null ? undefined : names.actor(quote.speakerId)
  const date = dateOfQuote(quote)
  const see = (stance: Stance) =>
    void act(
      async () =>
        client.link.set.mutate({ quoteIds: [quote.id], topicId, stance, coderId: await ownCoderId() }),
      t('quotes.agreement.seen', { stance: t(`quotes.stance.${stance}`) }),
    )
  const onKeyDown = (event: KeyboardEvent) => {
    const stance = stances[Number(event.key) - 1]
    if (stance === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    see(stance)
  }
  return (
    <article
      className={styles.disagreement}
      aria-label={t('quotes.label', { words: quote.exact.slice(0, 80) })}
    >
      <Link
        href={paths.article(quote.articleId, quote.id)}
        className={styles.words}
        dir="auto"
        lang={quote.lang}
      >
        <q>{quote.exact}</q>
      </Link>
      <p className={styles.source}>
        <bdi>{speaker?.name ?? t('quotes.unnamed')}</bdi>
        {date !== null && (
          <>
            {' · '}
            <DateText short value={date} />
          </>
        )}
        {quote.outlet !== null && (
          <>
            {' · '}
            <bdi>{quote.outlet}</bdi>
          </>
        )}
      </p>
      <ul className={styles.codings}>
        {disagreement.codings.map(({ coderId, stance }) => {
          const link = quote.links.find((one) => one.topicId === topicId && one.coderId === coderId)
          return (
            <li key={coderId ?? ''} className={styles.coding} data-tone={stance}>
              <span className={styles.coder}>
                <CoderMark coderId={coderId} />
                <bdi>{coderName(coderId)}</bdi>
              </span>
              {stance !== null && <StanceMark stance={stance} named />}
              {link?.condition != null && (
                <span className={styles.condition} dir="auto">
                  {t('quotes.link.if', { condition: link.condition })}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the choice in it */}
      <div className={styles.resolve} onKeyDown={onKeyDown}>
        <span>{t('quotes.agreement.yourView')}</span>
        <SegmentedControl
          label={t('quotes.agreement.yourView')}
          value={own?.stance ?? ''}
          segments={stances.map((stance) => ({
            value: stance as Stance | '',
            label: t(`quotes.stance.${stance}`),
            icon: <ShapeMark tone={stance} size={11} />,
          }))}
          onChoose={(stance) => stance !== '' && see(stance)}
        />
      </div>
    </article>
  )
}
