import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Quote, channelSchema, saidPrecisionSchema } from '#shared/domain/quote.ts'
import { rpc } from '../../../rpc/client.ts'
import { Select } from '../../../ui/select.tsx'
import { useMargin } from '../card-context.ts'
import { setFacts } from '../quote-changes.ts'
import { ActorChoice } from './actor-choice.tsx'
import { ChainRow, ChainText } from './chain-row.tsx'
import styles from './chain.module.css'
import { roleOn } from './role-on.ts'

/** The whole chain of a quote, each link changed where it stands. */
export function AttributionPanel({ quote }: { quote: Quote }) {
  const { t } = useTranslation()
  const { article } = useMargin()
  const zones = useId()
  const { data: rounds } = useQuery(rpc.round.list.queryOptions())
  const { data: memberships } = useQuery(rpc.actor.memberships.queryOptions())
  const known = roleOn(memberships ?? [], quote)
  const none = { value: '', label: t('quotes.chain.notSaid') }
  return (
    <fieldset className={styles.panel} aria-label={t('quotes.chain.label')}>
      <ChainText
        label={t('quotes.chain.role')}
        missing={t('quotes.chain.roleMissing')}
        value={quote.speakerRole}
        onChange={(speakerRole) => void setFacts(quote, { speakerRole })}
      />
      {quote.speakerRole === null && known !== null && (
        <button
          type="button"
          className={styles.offer}
          onClick={() => void setFacts(quote, { speakerRole: known })}
        >
          {t('quotes.chain.roleKnown', { role: known })}
        </button>
      )}
      <ChainRow label={t('quotes.chain.behalf')}>
        {(id) => (
          <ActorChoice
            id={id}
            label={t('quotes.chain.behalf')}
            missing={t('quotes.chain.behalfMissing')}
            clear={t('quotes.chain.clear')}
            value={quote.onBehalfId}
            onChange={(onBehalfId) => void setFacts(quote, { onBehalfId })}
          />
        )}
      </ChainRow>
      <ChainRow label={t('quotes.chain.channel')}>
        {(id) => (
          <Select
            id={id}
            className={styles.select}
            data-missing={quote.channel === null || undefined}
            value={quote.channel ?? ''}
            choices={[
              { value: '' as const, label: t('quotes.chain.channelMissing') },
              ...channelSchema.options.map((value) => ({ value, label: t(`quotes.channel.${value}`) })),
            ]}
            onChoose={(channel) => void setFacts(quote, { channel: channel === '' ? null : channel })}
          />
        )}
      </ChainRow>
      <span className={styles.label}>{t('quotes.chain.reported')}</span>
      <span className={styles.given}>
        <bdi>{article.outlet ?? t('quotes.chain.outletMissing')}</bdi>
      </span>
      <ChainText
        label={t('quotes.chain.cites')}
        missing={t('quotes.chain.citesMissing')}
        value={quote.citedOutlet}
        onChange={(citedOutlet) => void setFacts(quote, { citedOutlet })}
      />
      <ChainRow label={t('quotes.chain.precision')}>
        {(id) => (
          <Select
            id={id}
            className={styles.select}
            data-missing={quote.saidPrecision === null || undefined}
            value={quote.saidPrecision ?? ''}
            choices={[
              { value: '' as const, label: t('quotes.chain.precisionMissing') },
              ...saidPrecisionSchema.options.map((value) => ({
                value,
                label: t(`quotes.precision.${value}`),
              })),
            ]}
            onChoose={(precision) =>
              void setFacts(quote, { saidPrecision: precision === '' ? null : precision })
            }
          />
        )}
      </ChainRow>
      <ChainText
        label={t('quotes.chain.words')}
        missing={t('quotes.chain.wordsMissing')}
        value={quote.saidWords}
        onChange={(saidWords) => void setFacts(quote, { saidWords })}
      />
      <ChainText
        label={t('quotes.chain.zone')}
        missing={t('quotes.chain.zoneMissing')}
        value={quote.saidZone}
        list={zones}
        onChange={(saidZone) => void setFacts(quote, { saidZone })}
      />
      <datalist id={zones}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <ChainRow label={t('quotes.chain.round')}>
        {(id) => (
          <Select
            id={id}
            className={styles.select}
            data-missing={quote.roundId === null || undefined}
            value={quote.roundId ?? ''}
            choices={[none, ...(rounds ?? []).map(({ id: value, name }) => ({ value, label: name }))]}
            onChoose={(round) => void setFacts(quote, { roundId: round === '' ? null : round })}
          />
        )}
      </ChainRow>
    </fieldset>
  )
}
