import { useQueries, useQuery } from '@tanstack/react-query'
import { Check, CopyCheck, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UtterancePair } from '#shared/domain/utterance.ts'
import { act } from '../../app/act.ts'
import { chordOf } from '../../app/shortcut-table.ts'
import { useAppShortcuts } from '../../app/use-app-shortcuts.ts'
import { client, rpc } from '../../rpc/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './utterances.module.css'
import { reasonText } from './reason-text.ts'
import { Variant } from './variant.tsx'

const pairsAtMost = 50

/** Pairs of quotes that may be the same words, side by side, to be said so or not; nothing is joined by itself. */
export function UtterancesScreen() {
  const { t } = useTranslation()
  const { data: pairs } = useQuery(rpc.utterance.suggest.queryOptions({ limit: pairsAtMost }))
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const ids = [...new Set((pairs ?? []).flatMap(({ quoteId, otherId }) => [quoteId, otherId]))]
  const quotes = useQueries({
    queries: ids.map((id) => rpc.quote.get.queryOptions({ id })),
    combine: (answers) => new Map(answers.flatMap(({ data }) => (data ? [[data.id, data]] : []))),
  })
  const last = Math.max((pairs?.length ?? 0) - 1, 0)
  const place = Math.min(active, last)
  const current = pairs?.[place]
  useEffect(() => {
    list.current
      ?.querySelectorAll<HTMLElement>('[data-pair]')
      [place]?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }, [place])
  const say = (pair: UtterancePair | undefined, isSame: boolean) => {
    if (pair === undefined) return
    const quoteIds = [pair.quoteId, pair.otherId]
    void act(
      async () => {
        if (isSame) await client.utterance.confirm.mutate({ quoteIds })
        else await client.utterance.reject.mutate({ quoteIds })
      },
      t(isSame ? 'quotes.utterance.joined' : 'quotes.utterance.toldApart'),
    )
  }
  useAppShortcuts({
    listDown: () => setActive(Math.min(place + 1, last)),
    listUp: () => setActive(Math.max(place - 1, 0)),
    sameWords: () => say(current, true),
    otherWords: () => say(current, false),
  })
  return (
    <div className={styles.screen} ref={list}>
      <h1 className={styles.title}>{t('quotes.utterance.title')}</h1>
      {pairs?.length === 0 ? (
        <EmptyState icon={<CopyCheck />} title={t('quotes.utterance.none')}>
          {t('quotes.utterance.noneExplain')}
        </EmptyState>
      ) : (
        <p className={styles.lead}>
          {t('quotes.utterance.explain')} <Kbd chord={chordOf('sameWords')} /> {t('quotes.utterance.same')}{' '}
          <Kbd chord={chordOf('otherWords')} /> {t('quotes.utterance.other')}{' '}
          <Kbd chord={chordOf('listDown')} /> <Kbd chord={chordOf('listUp')} />
        </p>
      )}
      {(pairs ?? []).map((pair, index) => {
        const one = quotes.get(pair.quoteId)
        const other = quotes.get(pair.otherId)
        if (one === undefined || other === undefined) return null
        return (
          <article
            key={`${pair.quoteId} ${pair.otherId}`}
            data-pair
            aria-current={index === place || undefined}
            aria-label={t('quotes.utterance.pair', { words: one.exact.slice(0, 60) })}
            className={styles.pair}
          >
            <div className={styles.variants}>
              <Variant quote={one} other={other} isTranslated={pair.kind === 'translated'} />
              <Variant quote={other} other={one} isTranslated={pair.kind === 'translated'} />
            </div>
            <footer className={styles.decide}>
              <Badge>{t(`quotes.utterance.kind.${pair.kind}`)}</Badge>
              <span className={styles.reasons}>
                {pair.reasons.map((reason) => reasonText(reason, t)).join(' · ')}
              </span>
              <Button size="small" icon={<X />} onClick={() => say(pair, false)}>
                {t('quotes.utterance.other')}
              </Button>
              <Button size="small" variant="primary" icon={<Check />} onClick={() => say(pair, true)}>
                {t('quotes.utterance.same')}
              </Button>
            </footer>
          </article>
        )
      })}
    </div>
  )
}
