import { TriangleAlert } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

interface ErrorBoundaryProps {
  /** When this changes (another screen), the children get a new chance. */
  resetKey?: string
  children: ReactNode
}

/** Keeps a failure in one part of the page from taking the rest with it, and says what can be done. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state = { error: undefined as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('Something that is no error was thrown') }
  }

  override componentDidUpdate(previous: ErrorBoundaryProps) {
    if (this.state.error !== undefined && previous.resetKey !== this.props.resetKey) this.retry()
  }

  retry = () => this.setState({ error: undefined })

  override render() {
    if (this.state.error === undefined) return this.props.children
    return <Failure error={this.state.error} onRetry={this.retry} />
  }
}

interface FailureProps {
  error: unknown
  onRetry?: (() => void) | undefined
}

/** What to show in place of something that failed. */
export function Failure({ error, onRetry }: FailureProps) {
  const { t } = useTranslation()
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert />}
        title={t('ui.failure.title')}
        actions={onRetry && <Button onClick={onRetry}>{t('ui.failure.retry')}</Button>}
      >
        <p>{t('ui.failure.text')}</p>
        <p>{error instanceof Error ? error.message : String(error)}</p>
      </EmptyState>
    </div>
  )
}
