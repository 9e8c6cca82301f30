import { OctagonMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { QuoteLink } from '#shared/domain/link.ts'
import type { Quote } from '#shared/domain/quote.ts'
import { StanceMark } from '../../quotes/stance-mark.tsx'
import { useCoderName } from '../../quotes/use-coder-name.ts'
import { cx } from '../../ui/cx.ts'
import { formatPartialDate } from '../../ui/partial-date.ts'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { Popover } from '../../ui/popover.tsx'
import { useMargin } from './card-context.ts'
import { LinkDetailsForm } from './link-details-form.tsx'
import styles from './link-line.module.css'

interface LinkLineProps {
  quote: Quote
  link: QuoteLink
  open: boolean
  onOpenChange(open: boolean): void
}

/** Whether more is said of a link than its stance. */
export function hasDetails(link: QuoteLink): boolean {
  const { condition, conditionTopicId, conditionActorId, byDate, redLine, strength, confidence } = link
  return (
    redLine ||
    [condition, conditionTopicId, conditionActorId, byDate, strength, confidence].some((one) => one !== null)
  )
}

/** What is said of a link beyond its stance, in one line; pressed, all of it can be changed. */
export function LinkLine({ quote, link, open, onOpenChange }: LinkLineProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  const { names, readOnly } = useMargin()
  const coderName = useCoderName()
  const isShared = quote.links.some(({ coderId }) => !names.isOwn(coderId))
  const topic = names.topicPath(link.topicId).at(-1) ?? ''
  const target = link.conditionTopicId === null ? undefined : names.topicPath(link.conditionTopicId).at(-1)
  const actor = link.conditionActorId === null ? undefined : names.actor(link.conditionActorId)?.name
  const parts = [
    link.condition === null ? null : t('quotes.link.if', { condition: link.condition }),
    target === undefined ? null : t('quotes.link.about', { topic: target }),
    actor === undefined ? null : t('quotes.link.up', { actor }),
    link.byDate === null
      ? null
      : t('quotes.link.by', { date: formatPartialDate(link.byDate, locale, 'short') }),
    link.strength === null ? null : t(`quotes.strength.${link.strength}`),
    link.confidence === null ? null : t(`quotes.confidence.${link.confidence}`),
  ].filter((part) => part !== null)
  const content = (
    <>
      <StanceMark stance={link.stance} />
      <span>
        <bdi className={styles.topic}>{topic}</bdi>
        {link.redLine && (
          <span className={styles.redLine}>
            <OctagonMinus aria-hidden size={12} />
            {t('quotes.link.redLine')}
          </span>
        )}
        {parts.length > 0 ? (
          <span dir="auto"> {parts.join(' · ')}</span>
        ) : (
          !link.redLine && <span className={styles.missing}> {t('quotes.link.nothing')}</span>
        )}
        {isShared && <span className={styles.coder}> — {coderName(link.coderId)}</span>}
      </span>
    </>
  )
  if (readOnly || !names.isOwn(link.coderId)) return <p className={styles.line}>{content}</p>
  return (
    <Popover
      label={t('quotes.link.detailsOf', { topic })}
      side="left"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <button type="button" className={cx(styles.line, styles.pressable)}>
          {content}
        </button>
      }
    >
      <LinkDetailsForm quote={quote} link={link} onClose={() => onOpenChange(false)} />
    </Popover>
  )
}
