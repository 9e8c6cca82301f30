import { CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DossierPlace, FrozenFinding } from '#shared/domain/dossier-check.ts'
import { useFormatLocale } from '../../ui/format-locale.ts'
import { formatPartialDate } from '../../ui/partial-date.ts'
import styles from '../evidence-list.module.css'

interface FrozenFindingsProps {
  views: readonly FrozenFinding[]
  onJump(place: DossierPlace): void
}

/** The frozen views of a dossier, and whether the notebook still says what they say. */
export function FrozenFindings({ views, onJump }: FrozenFindingsProps) {
  const { t } = useTranslation()
  const locale = useFormatLocale()
  return (
    <ul className={styles.list} aria-label={t('dossier.frozen.check.title')}>
      {views.map(({ place, kind, caption, frozenAt, isSame }) => (
        <li key={place.from}>
          <button type="button" className={styles.item} onClick={() => onJump(place)}>
            <span className={styles.words} dir="auto">
              {caption === '' ? t(`${kind}.title`) : caption}
            </span>
            <span className={styles.source}>
              {t('dossier.frozen.frozenOn', {
                date: formatPartialDate(frozenAt.slice(0, 10), locale, 'short'),
              })}
            </span>
            <span className={styles.known}>
              {isSame === true ? <CircleCheck aria-hidden /> : <CircleDashed aria-hidden />}
              <span>
                {t(`dossier.frozen.check.${isSame === null ? 'untold' : isSame ? 'same' : 'differs'}`)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
