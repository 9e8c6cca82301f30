import { ExternalLink, SlidersHorizontal, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { type QuoteLink, type Stance, stances } from '#shared/domain/link.ts'
import type { Quote } from '#shared/domain/quote.ts'
import { paths } from '../../app/paths.ts'
import { chordOf, type ShortcutId } from '../../app/shortcut-table.ts'
import { useCoderName } from '../../quotes/use-coder-name.ts'
import { TopicChip } from '../../quotes/topic-chip.tsx'
import { announce } from '../../ui/live-region.tsx'
import { Menu } from '../../ui/menu.tsx'
import { ShapeMark } from '../../ui/shape-mark.tsx'
import { useMargin } from './card-context.ts'
import styles from './fields.module.css'
import { isShortcut } from './is-shortcut.ts'
import { removeLink, setLink } from './quote-changes.ts'

const keyOf: Record<Stance, ShortcutId> = {
  supports: 'stanceSupports',
  opposes: 'stanceOpposes',
  conditional: 'stanceConditional',
  neutral: 'stanceNeutral',
}

interface LinkChipProps {
  quote: Quote
  link: QuoteLink
  onDone(): boolean
  /** Opens what else can be said of the link. */
  onDetails(): void
}

/**
 * A topic on an open card: press it for the menu, or give the stance with 1 to 4; Delete takes it off. On what somebody else
 * coded, a stance is one's own and stands beside theirs.
 */
export function LinkChip({ quote, link, onDone, onDetails }: LinkChipProps) {
  const { t } = useTranslation()
  const { names } = useMargin()
  const coderName = useCoderName()
  const [, navigate] = useLocation()
  const [open, setOpen] = useState(false)
  const path = names.topicPath(link.topicId)
  const topic = path.join(' › ')
  const isOwn = names.isOwn(link.coderId)
  const isShared = quote.links.some(({ coderId }) => !names.isOwn(coderId))
  const coder = isShared ? coderName(link.coderId) : undefined
  const position = { topic, stance: t(`quotes.stance.${link.stance}`) }
  const choose = (stance: Stance) => {
    setOpen(false)
    announce(t('quotes.card.stanceSet', { topic, stance: t(`quotes.stance.${stance}`) }))
    void setLink(quote, link.topicId, stance)
  }
  const remove = () => void removeLink(quote, link)
  const onKeyDown = (event: KeyboardEvent) => {
    const stance = stances.find((one) => isShortcut(keyOf[one], event))
    if (stance !== undefined) {
      choose(stance)
      onDone()
    } else if (isOwn && isShortcut('linkDetails', event)) {
      setOpen(false)
      onDetails()
    } else if (!open && isOwn && isShortcut('linkRedLine', event)) {
      announce(t(link.redLine ? 'quotes.link.redLineOff' : 'quotes.link.redLineOn', { topic }))
      void setLink(quote, link.topicId, link.stance, { redLine: !link.redLine })
    } else if (!open && (event.key === 'Delete' || event.key === 'Backspace')) remove()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the button in it
    <span className={styles.link} onKeyDown={onKeyDown}>
      <Menu
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            data-topic={link.topicId}
            data-own={isOwn || undefined}
            className={styles.linkButton}
            aria-label={
              coder === undefined
                ? t('quotes.card.linkIs', position)
                : t('quotes.card.linkIsBy', { ...position, coder })
            }
          >
            <TopicChip
              path={path}
              colour={names.topic(link.topicId)?.colour ?? 9}
              stance={link.stance}
              coderId={isShared ? link.coderId : undefined}
              roomy
            />
          </button>
        }
        entries={[
          {
            id: 'heading',
            kind: 'heading',
            label: coder === undefined ? topic : t('quotes.coder.codedBy', { topic, coder }),
          },
          ...stances.map((stance) => ({
            id: stance,
            label: t(`quotes.stance.${stance}`),
            icon: <ShapeMark tone={stance} size={12} />,
            checked: stance === link.stance,
            shortcut: chordOf(keyOf[stance]),
            onSelect: () => choose(stance),
          })),
          { id: 'line', kind: 'line' },
          ...(isOwn
            ? [
                {
                  id: 'details',
                  label: t('quotes.link.details'),
                  icon: <SlidersHorizontal />,
                  shortcut: chordOf('linkDetails'),
                  onSelect: onDetails,
                },
              ]
            : []),
          {
            id: 'open',
            label: t('quotes.card.topicOpen'),
            icon: <ExternalLink />,
            onSelect: () => navigate(paths.topics(link.topicId)),
          },
          {
            id: 'remove',
            label: t('quotes.card.topicRemove'),
            icon: <X />,
            shortcut: 'Delete',
            onSelect: remove,
          },
        ]}
      />
      <button
        type="button"
        className={styles.linkRemove}
        aria-label={t('ui.remove', { name: topic })}
        onClick={remove}
      >
        <X aria-hidden />
      </button>
    </span>
  )
}
