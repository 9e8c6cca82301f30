import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Topic } from '#shared/domain/topic.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { client } from '../rpc/client.ts'
import { freeName } from './tree-names.ts'

export interface TopicActions {
  /** Makes a topic with a name to be changed at once, and goes to it. @returns its id where it worked */
  create(parentId: string | null): Promise<string | undefined>
  /** Puts a topic in the trash, and goes to what stood beside it. */
  trash(id: string): Promise<void>
}

/** What can be done to topics from the tree as well as from a topic's page. */
export function useTopicActions(topics: readonly Topic[]): TopicActions {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  return {
    async create(parentId) {
      const name = freeName(t('topics.untitled'), topics, parentId)
      const made = await act(
        () => client.topic.create.mutate({ parentId, name }),
        t('topics.created', { name }),
      )
      if (made !== undefined) navigate(paths.topics(made.id))
      return made?.id
    },
    async trash(id) {
      const topic = topics.find((one) => one.id === id)
      const siblings = topics.filter((one) => one.parentId === topic?.parentId && one.id !== id)
      const after = topics.findIndex((one) => one.id === id)
      const next = siblings.find((one) => topics.indexOf(one) > after) ?? siblings.at(-1)
      const done = t('topics.trashed', { name: topic?.name ?? '' })
      await act(async () => {
        await client.topic.trash.mutate({ ids: [id] })
        navigate(paths.topics(next?.id ?? topic?.parentId ?? undefined))
      }, done)
    },
  }
}
