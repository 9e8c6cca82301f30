import { Copy, History, MoreHorizontal, Tag, Trash2, User } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Quote } from '#shared/domain/quote.ts'
import { act } from '../../app/act.ts'
import { paths } from '../../app/paths.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { MenuEntry } from '../../ui/menu-items.tsx'
import { AnchorHistory } from './anchor-history.tsx'
import { useMargin } from './card-context.ts'
import { copyQuote, trashQuote } from '../marking/quote-actions.ts'

/** What else can be done with a quote. */
export function CardMenu({ quote }: { quote: Quote }) {
  const { t } = useTranslation()
  const { article, names, readOnly, activate, leave } = useMargin()
  const [, navigate] = useLocation()
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const speaker = quote.speakerId === null ? undefined : names.actor(quote.speakerId)
  const trash = async () => {
    if (!(await trashQuote(quote.id))) return
    activate(null)
    leave()
  }
  const entries: MenuEntry[] = [
    {
      id: 'copy',
      label: t('quotes.card.copy'),
      icon: <Copy />,
      onSelect: () => void act(() => copyQuote(quote, article, names)),
    },
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
            onSelect: () => void trash(),
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
