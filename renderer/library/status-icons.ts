import { CircleCheck, CircleDashed, CircleDot } from 'lucide-react'
import type { ArticleStatus } from '#shared/domain/article.ts'

/** Each status has a shape, not only a colour. */
export const statusIcons: Record<ArticleStatus, typeof CircleDot> = {
  inbox: CircleDot,
  reading: CircleDashed,
  done: CircleCheck,
}

export const statuses: readonly ArticleStatus[] = ['inbox', 'reading', 'done']
