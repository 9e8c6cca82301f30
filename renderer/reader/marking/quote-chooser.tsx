import { useTranslation } from 'react-i18next'
import type { NotebookNames } from '../../quotes/notebook-names.ts'
import { Menu } from '../../ui/menu.tsx'
import { ShapeMark } from '../../ui/shape-mark.tsx'
import type { PlacedQuote } from '../revisions/anchor-counts.ts'
import { latestLink } from './latest-topic.ts'
import styles from './quote-chooser.module.css'

interface QuoteChooserProps {
  /** The quotes that lie over each other, outermost first. */
  quotes: readonly PlacedQuote[]
  /** Where they were pointed at, on the screen. */
  point: { x: number; y: number }
  names: NotebookNames
  activeId: string | null
  onChoose(id: string): void
  onClose(): void
}

/** Asks which of several quotes under the pointer is meant. */
export function QuoteChooser({ quotes, point, names, activeId, onChoose, onClose }: QuoteChooserProps) {
  const { t } = useTranslation()
  return (
    <Menu
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          className={styles.anchor}
          style={{ insetBlockStart: point.y, left: point.x }}
          aria-label={t('reader.marking.choose')}
        />
      }
      entries={[
        { id: 'heading', kind: 'heading', label: t('reader.marking.choose') },
        ...quotes.toReversed().map((quote) => {
          const stance = latestLink(quote)?.stance
          const speaker = quote.speakerId === null ? null : names.actor(quote.speakerId)?.name
          const words = quote.exact.replace(/\s+/g, ' ')
          return {
            id: quote.id,
            label: [speaker, `“${words.length > 90 ? `${words.slice(0, 90)}…` : words}”`]
              .filter(Boolean)
              .join(': '),
            icon: stance === undefined ? undefined : <ShapeMark tone={stance} size={12} />,
            checked: quote.id === activeId,
            onSelect: () => onChoose(quote.id),
          }
        }),
      ]}
    />
  )
}
