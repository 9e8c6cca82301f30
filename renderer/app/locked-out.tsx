import type { i18n } from 'i18next'
import { KeyRound, Unplug } from 'lucide-react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import type { LaunchState } from '../rpc/launch-token.ts'
import { EmptyState } from '../ui/empty-state.tsx'

interface LockedOutProps {
  translator: i18n
  state: Exclude<LaunchState, 'ready'>
}

/** Says why this window may not talk to the notebook, and what to do about it. */
export function LockedOut({ translator, state }: LockedOutProps) {
  return (
    <I18nextProvider i18n={translator}>
      <Explanation state={state} />
    </I18nextProvider>
  )
}

function Explanation({ state }: Pick<LockedOutProps, 'state'>) {
  const { t } = useTranslation()
  return (
    <main style={{ height: '100%' }}>
      <EmptyState
        level={1}
        icon={state === 'unreachable' ? <Unplug /> : <KeyRound />}
        title={t(`app.connection.${state}.title`)}
      >
        {t(`app.connection.${state}.text`)}
      </EmptyState>
    </main>
  )
}
