import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '#shared/domain/analysis.ts'
import { stances } from '#shared/domain/link.ts'
import legend from '../analysis/legend.module.css'
import { ShapeMark, ToneShape } from '../ui/shape-mark.tsx'
import { GapGlyph, PositionGlyph, RedLine } from './cell-glyph.tsx'
import styles from './matrix-legend.module.css'

const none = { supports: 0, opposes: 0, conditional: 0, neutral: 0 }
const example: Position = {
  actorId: '',
  topicId: '',
  stance: 'supports',
  conflict: false,
  trend: 'steady',
  redLine: false,
  strength: null,
  recent: none,
  utterances: 2,
  latest: null,
  age: null,
}

/** What the signs mean. */
export function MatrixLegend() {
  const { t } = useTranslation()
  return (
    <ul className={legend.legend} aria-label={t('matrix.legend.label')}>
      {stances.map((stance) => (
        <li key={stance}>
          <ShapeMark tone={stance} size={11} />
          {t(`quotes.stance.${stance}`)}
        </li>
      ))}
      <li>
        <Sample>
          <ToneShape tone="supports" weight="light" x={5} y={8} size={9} />
          <ToneShape tone="supports" weight="bold" x={18} y={8.5} size={8} />
        </Sample>
        {t('matrix.legend.strength')}
      </li>
      <li>
        <Sample>
          <RedLine x={12} y={11} width={18} />
        </Sample>
        {t('matrix.redLine')}
      </li>
      <li>
        <Sample>
          <PositionGlyph
            position={{ ...example, conflict: true, recent: { ...none, supports: 2, opposes: 1 } }}
            x={12}
            y={8}
          />
        </Sample>
        {t('matrix.conflict')}
      </li>
      <li>
        <Sample>
          <PositionGlyph position={{ ...example, trend: 'towards' }} x={12} y={8} />
        </Sample>
        {t('matrix.legend.moved')}
      </li>
      <li>
        <span className={styles.fading} aria-hidden="true">
          <span />
          <span />
          <span />
          <span />
        </span>
        {t('matrix.legend.age')}
      </li>
      <li>
        <Sample>
          <GapGlyph x={12} y={8} />
        </Sample>
        {t('matrix.legend.gap')}
      </li>
    </ul>
  )
}

function Sample({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 24 16" width={24} height={16} aria-hidden="true">
      {children}
    </svg>
  )
}
