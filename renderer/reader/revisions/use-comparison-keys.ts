import { useAppShortcuts } from '../../app/use-app-shortcuts.ts'

interface ComparisonKeys {
  step(direction: 1 | -1): void
  close(): void
}

/** In a comparison the keys of quotes go through the changes, and both Escape and the key that opened it close it. */
export function useComparisonKeys({ step, close }: ComparisonKeys): void {
  useAppShortcuts({
    quoteNext: () => step(1),
    quotePrevious: () => step(-1),
    articleCompare: close,
    leave: close,
  })
}
