import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useScrollShare } from './use-scroll-share.ts'

/** How many minutes of reading are left below; by itself, so that scrolling draws nothing else anew. */
export function MinutesLeft({
  minutes,
  scroller,
}: {
  /** For the whole text. */
  minutes: number
  scroller: RefObject<HTMLElement | null>
}) {
  const { t } = useTranslation()
  const share = useScrollShare(scroller, 100)
  return t('reader.minutesLeft', { count: Math.ceil(minutes * (1 - share)) })
}
