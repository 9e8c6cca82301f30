import type { TFunction } from 'i18next'

/** What speaks for two quotes being the same words (`speaker`, `day`, `words 0.83`, `numbers 3`) in the interface's language. */
export function reasonText(reason: string, t: TFunction): string {
  const [kind = '', value = ''] = reason.split(' ')
  const number = Number(value)
  if (kind === 'speaker' || kind === 'day') return t(`quotes.utterance.reason.${kind}`)
  if (kind === 'words') return t('quotes.utterance.reason.words', { share: Math.round(number * 100) })
  if (kind === 'numbers') return t('quotes.utterance.reason.numbers', { count: number })
  return reason
}
