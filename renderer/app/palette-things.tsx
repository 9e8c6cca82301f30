import { useQuery } from '@tanstack/react-query'
import { Handshake, ListTree, NotebookPen, Search, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { topicPaths } from '../quotes/topic-path.ts'
import { rpc } from '../rpc/client.ts'
import type { PaletteGroup } from '../ui/command/command-palette.tsx'
import { chooseOptions, type PickerOption } from '../ui/picker/choose-options.ts'
import { paths } from './paths.ts'

const shownOfEachKind = 5

/**
 * The dossiers, topics, actors and rounds that are called as typed, to go to, and the search for what is typed. Nothing is asked
 * while the palette is closed, and nothing offered before something is typed.
 */
export function usePaletteThings(query: string, isOpen: boolean, go: (path: string) => void): PaletteGroup[] {
  const { t } = useTranslation()
  const dossiers = useQuery(rpc.dossier.list.queryOptions({}, { enabled: isOpen })).data ?? []
  const topics = useQuery(rpc.topic.list.queryOptions(undefined, { enabled: isOpen })).data ?? []
  const actors = useQuery(rpc.actor.list.queryOptions(undefined, { enabled: isOpen })).data ?? []
  const rounds = useQuery(rpc.round.list.queryOptions(undefined, { enabled: isOpen })).data ?? []
  const words = query.trim()
  if (words === '') return []
  const ways = topicPaths(topics)
  const of = (
    id: 'dossiers' | 'topics' | 'actors' | 'rounds',
    options: PickerOption[],
    icon: ReactNode,
  ): PaletteGroup => ({
    title: t(`app.nav.${id}`),
    items: chooseOptions(options, words, shownOfEachKind).shown.map((option) => ({
      id: `${id} ${option.id}`,
      label: option.label,
      keywords: option.keywords ?? [],
      icon,
      run: () => go(paths[id](option.id)),
    })),
  })
  return [
    of(
      'dossiers',
      dossiers.map(({ id, title }) => ({ id, label: title })),
      <NotebookPen />,
    ),
    of(
      'topics',
      topics.map(({ id, aliases }) => ({
        id,
        label: (ways.get(id) ?? []).join(' › '),
        keywords: aliases,
      })),
      <ListTree />,
    ),
    of(
      'actors',
      actors.map(({ id, name, aliases }) => ({ id, label: name, keywords: aliases })),
      <UserRound />,
    ),
    of(
      'rounds',
      rounds.map(({ id, name }) => ({ id, label: name })),
      <Handshake />,
    ),
    {
      title: t('app.nav.search'),
      items: [
        {
          id: 'search for',
          label: t('app.searchFor', { words }),
          icon: <Search />,
          run: () => go(paths.search(words)),
        },
      ],
    },
  ]
}
