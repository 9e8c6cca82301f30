import { Copy, History, MoreHorizontal, Tag, Trash2, User } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Quote } from '#shared/domain/quote.ts'
import { act } from '../../app/act.ts'
import { paths } from '../../app/paths.ts'
import { citeAsText } from '../../quotes/cite.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { MenuEntry } from '../../ui/menu-items.tsx'
import { toast } from '../../ui/toast/toast.ts'
import { AnchorHistory } from './anchor-history.tsx'
import { useMargin } from './card-context.ts'
import { trashQuote } from './quote-changes.ts'

/** What else can be done with a quote. */
export function CardMenu({ quote }: { quote: Quote }) {
  const { t } = useTranslation()
  const { article, names, readOnly } = useMargin()
  const [, navigate] = useLocation()
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const speaker = quote.speakerId === null ? undefined : names.actor(quote.speakerId)
  const copy = async () => {
    const cited = citeAsText({ ...article, ...quote, articleTitle: article.title }, speaker?.name ?? null)
    const done = await act(async () => {
      await navigator.clipboard.writeText(cited)
      return true
    })
    if (done) toast.show({ message: t('quotes.card.copied'), tone: 'success' })
  }
  const entries: MenuEntry[] = [
    { id: 'copy', label: t('quotes.card.copy'), icon: <Copy />, onSelect: () => void copy() },
    {
      id: 'history',
      label: t('quotes.card.history'),
      icon: <History />,
      onSelect: () => setHistoryOpen(true),
    },
    ...(speaker === undefined
      ? []
      : [
          {
            id: 'speaker',
            label: t('quotes.card.openActor', { name: speaker.name }),
            icon: <User />,
            onSelect: () => navigate(paths.actors(speaker.id)),
          },
        ]),
    ...quote.links.map(({ topicId }) => ({
      id: topicId,
      label: t('quotes.card.openActor', { name: names.topicPath(topicId).at(-1) ?? '' }),
      icon: <Tag />,
      onSelect: () => navigate(paths.topics(topicId)),
    })),
    ...(readOnly
      ? []
      : [
          { id: 'line', kind: 'line' as const },
          {
            id: 'trash',
            label: t('quotes.card.trash'),
            icon: <Trash2 />,
            danger: true,
            onSelect: () => void trashQuote(quote),
          },
        ]),
  ]
  return (
    <>
      <Menu
        align="end"
        entries={entries}
        trigger={
          <IconButton label={t('quotes.card.actions')} size="small">
            <MoreHorizontal />
          </IconButton>
        }
      />
      <AnchorHistory quote={quote} open={isHistoryOpen} onOpenChange={setHistoryOpen} />
    </>
  )
}
