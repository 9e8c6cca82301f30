import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Actor } from '#shared/domain/actor.ts'
import type { Topic } from '#shared/domain/topic.ts'
import { rpc } from '../rpc/client.ts'
import { topicPaths } from './topic-path.ts'

/** The names behind the ids that quotes carry. */
export interface NotebookNames {
  topics: readonly Topic[]
  actors: readonly Actor[]
  topic(id: string): Topic | undefined
  /** From the root down; empty for an unknown topic. */
  topicPath(id: string): string[]
  actor(id: string): Actor | undefined
}

/** All topics and actors of the notebook, kept up to date. */
export function useNotebookNames(): NotebookNames {
  const { data: topics } = useQuery(rpc.topic.list.queryOptions())
  const { data: actors } = useQuery(rpc.actor.list.queryOptions())
  return useMemo(() => {
    const topicsById = new Map(topics?.map((topic) => [topic.id, topic]))
    const actorsById = new Map(actors?.map((actor) => [actor.id, actor]))
    const namesById = topicPaths(topics ?? [])
    return {
      topics: topics ?? [],
      actors: actors ?? [],
      topic: (id) => topicsById.get(id),
      topicPath: (id) => namesById.get(id) ?? [],
      actor: (id) => actorsById.get(id),
    }
  }, [topics, actors])
}
