import type { Editor } from '@tiptap/react'
import { ChartGantt, Grid3x3, MessageSquareQuote } from 'lucide-react'
import type { ReactNode } from 'react'
import { getI18n } from 'react-i18next'
import { chooseOptions } from '../../ui/picker/choose-options.ts'
import type { FrozenDesk } from '../frozen/frozen-desk.ts'
import { insertKinds, lineKinds } from './block-kinds.tsx'
import type { SuggestedItem } from './suggestion-store.ts'

/** What `/` offers: everything a line can be, and what can be put there. */
export function slashItems(query: string, desk: FrozenDesk): SuggestedItem[] {
  const { t } = getI18n()
  const things = {
    id: 'thing',
    label: t('dossier.insert.thing'),
    keywords: ['quote', 'mention', 'topic', 'actor', 'цитата'],
    group: t('dossier.suggest.insert'),
    icon: <MessageSquareQuote />,
    run: (editor: Editor) => void editor.chain().focus().insertContent('@').run(),
  }
  const frozen = (kind: 'matrix' | 'timeline', icon: ReactNode, keywords: string) => ({
    id: kind,
    label: t(`dossier.insert.${kind}`),
    keywords: keywords.split(' '),
    group: t('dossier.suggest.insert'),
    icon,
    run: () => desk.ask({ kind: 'freeze', view: kind }),
  })
  const of = (kinds: typeof lineKinds, group: string) =>
    kinds.map(({ id, icon, keywords, apply }) => ({
      id,
      label: t(`dossier.block.${id}`),
      keywords: keywords.split(' '),
      group,
      icon,
      run: apply,
    }))
  const all = [
    things,
    frozen('matrix', <Grid3x3 />, 'matrix positions view frozen stance матриця позиції'),
    frozen('timeline', <ChartGantt />, 'timeline view frozen chart хронологія шкала часу'),
    ...of(insertKinds, t('dossier.suggest.insert')),
    ...of(lineKinds, t('dossier.suggest.turn')),
  ]
  const { shown } = chooseOptions(all, query)
  // Items of one group come together, whichever answers best.
  return query.trim() === ''
    ? shown
    : shown.toSorted(
        (one, other) =>
          shown.findIndex(({ group }) => group === one.group) -
          shown.findIndex(({ group }) => group === other.group),
      )
}
