import { useEffect } from 'react'
import type { Stance } from '#shared/domain/link.ts'
import { t } from '../i18n.ts'
import { ChoiceGroup } from './choice-group.tsx'

/** In the order of their keys, 1 to 4, as in the app. */
const stances: readonly Stance[] = ['supports', 'opposes', 'conditional', 'neutral']

/** Where the quote stands towards the topic; 1 to 4 choose it as well, wherever nothing is being typed. */
export function StanceChoice({ value, onChange }: { value: Stance; onChange(stance: Stance): void }) {
  useEffect(() => {
    const press = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      const isTyping = target instanceof HTMLInputElement && target.type !== 'radio'
      const stance = stances[Number(key) - 1]
      if (!isTyping && !ctrlKey && !altKey && !metaKey && stance !== undefined) onChange(stance)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [onChange])
  const options = stances.map((stance) => ({
    value: stance,
    label: t(`stances.${stance}`),
    mark: <StanceShape stance={stance} />,
  }))
  return <ChoiceGroup label={t('stance')} name="stance" value={value} options={options} onChange={onChange} />
}

/** The app's own signs, so that colour is never the only one. */
function StanceShape({ stance }: { stance: Stance }) {
  return (
    <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true" data-stance={stance}>
      {shapes[stance]}
    </svg>
  )
}

const shapes = {
  supports: <path d="M6 1.5 11 10.2 H1 Z" fill="currentColor" />,
  opposes: <path d="M6 10.5 1 1.8 H11 Z" fill="currentColor" />,
  conditional: (
    <>
      <path d="M6 1 11 6 6 11 1 6Z" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M6 1 V11 L1 6Z" fill="currentColor" />
    </>
  ),
  neutral: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
}
