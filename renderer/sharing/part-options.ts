import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { rpc } from '../rpc/client.ts'
import type { PickerOption } from '../ui/picker/choose-options.ts'
import type { PartKind } from './share-store.ts'

export interface PartOptions {
  options: readonly PickerOption[]
  /** How an option is called that was offered before; undefined for one that came from another screen. */
  nameOf(id: string): string | undefined
  /** Articles are many, and are looked for by what is typed. */
  onQueryChange(query: string): void
}

const articlesAtMost = 50

/** What can be chosen of a kind. */
export function usePartOptions(by: PartKind): PartOptions {
  const names = useNotebookNames()
  const [text, setText] = useState('')
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  const { data: articles } = useQuery({
    ...rpc.article.list.queryOptions({
      limit: articlesAtMost,
      filter: text.trim() === '' ? {} : { text: text.trim().slice(0, 200) },
    }),
    enabled: by === 'article',
    placeholderData: keepPreviousData,
  })
  const { data: rounds = [] } = useQuery({ ...rpc.round.list.queryOptions(), enabled: by === 'round' })
  const { data: dossiers = [] } = useQuery({
    ...rpc.dossier.list.queryOptions({}),
    enabled: by === 'dossier',
  })
  const unseen = (articles?.rows ?? []).filter(({ id }) => !titles.has(id))
  if (unseen.length > 0)
    setTitles(new Map([...titles, ...unseen.map(({ id, title }) => [id, title] as const)]))

  const options = (): readonly PickerOption[] => {
    switch (by) {
      case 'topic':
        return names.topics.map(({ id, aliases }) => ({
          id,
          label: names.topicPath(id).join(' › '),
          keywords: aliases,
        }))
      case 'actor':
        return names.actors.map(({ id, name, aliases }) => ({ id, label: name, keywords: aliases }))
      case 'article':
        // What the notebook found by outlet or byline is offered as well.
        return (articles?.rows ?? []).map(({ id, title, outlet, byline }) => ({
          id,
          label: title,
          keywords: [outlet, byline, text].flatMap((word) => word ?? []),
        }))
      case 'round':
        return rounds.map(({ id, name }) => ({ id, label: name }))
      case 'dossier':
        return dossiers.map(({ id, title }) => ({ id, label: title }))
      case 'whole':
        return []
    }
  }
  const list = options()
  return {
    options: list,
    nameOf: (id) => (by === 'article' ? titles.get(id) : list.find((option) => option.id === id)?.label),
    onQueryChange: setText,
  }
}
