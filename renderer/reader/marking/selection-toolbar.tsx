import { Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Stance, stances } from '#shared/domain/link.ts'
import { chordOf } from '../../app/shortcut-table.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { ShapeMark } from '../../ui/shape-mark.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './selection-toolbar.module.css'
import { stanceKeys } from './stance-keys.ts'
import { useFloat } from './use-float.ts'

interface SelectionToolbarProps {
  /** Rectangle of the selection on the screen; asked again after each layout. */
  rect(): DOMRect
  layoutVersion: unknown
  /** The topic that a stance chosen here is taken towards; null while none has been used. */
  topicName: string | null
  /** A lost quote is being put back: the one thing to do with the selection. */
  onReattach: (() => void) | null
  onQuote(): void
  onStance(stance: Stance): void
}

/** Floats beside the selection and makes a quote of it. The selection and the caret stay where they are. */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { rect, layoutVersion, topicName, onReattach, onQuote, onStance } = props
  const { t } = useTranslation()
  const [bar, place] = useFloat<HTMLDivElement>({ rect, gap: 8, depends: [layoutVersion, topicName] })
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('reader.marking.toolbar')}
      className={styles.toolbar}
      style={place}
      // Pressing here must not take the caret out of the text, nor the selection with it.
      onMouseDown={(event) => event.preventDefault()}
    >
      {onReattach === null ? (
        <>
          <button type="button" className={styles.main} onClick={onQuote}>
            <Quote size={14} aria-hidden="true" />
            {t('reader.marking.quote')}
            <span aria-hidden="true">
              <Kbd chord={chordOf('markQuote')} />
            </span>
          </button>
          <span className={styles.line} />
          {stances.map((stance) => (
            <Tooltip
              key={stance}
              side="top"
              label={
                topicName === null
                  ? t(`quotes.stance.${stance}`)
                  : t('reader.marking.stanceTowards', {
                      stance: t(`quotes.stance.${stance}`),
                      topic: topicName,
                    })
              }
              shortcut={chordOf(stanceKeys[stance])}
            >
              <button
                type="button"
                className={styles.stance}
                aria-label={t('reader.marking.quoteWith', { stance: t(`quotes.stance.${stance}`) })}
                onClick={() => onStance(stance)}
              >
                <ShapeMark tone={stance} size={13} />
              </button>
            </Tooltip>
          ))}
          {topicName !== null && (
            <bdi className={styles.topic} title={topicName}>
              {topicName}
            </bdi>
          )}
        </>
      ) : (
        <button type="button" className={styles.main} onClick={onReattach}>
          <Quote size={14} aria-hidden="true" />
          {t('reader.lost.attachHere')}
          <span aria-hidden="true">
            <Kbd chord={chordOf('markQuote')} />
          </span>
        </button>
      )}
    </div>
  )
}
