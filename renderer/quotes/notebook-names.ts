import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Actor } from '#shared/domain/actor.ts'
import type { Coder } from '#shared/domain/coder.ts'
import type { Topic } from '#shared/domain/topic.ts'
import { usePreferences } from '../app/preferences.ts'
import { rpc } from '../rpc/client.ts'
import { coderNamed } from './own-coder.ts'
import { topicPaths } from './topic-path.ts'

/** The names behind the ids that quotes carry. */
export interface NotebookNames {
  topics: readonly Topic[]
  actors: readonly Actor[]
  topic(id: string): Topic | undefined
  /** From the root down; empty for an unknown topic. */
  topicPath(id: string): string[]
  actor(id: string): Actor | undefined
  /** Everybody who has coded in this notebook. */
  coders: readonly Coder[]
  coder(id: string | null): Coder | undefined
  /** Who codes here, as this notebook knows them; null without a name, or before the first coding. */
  ownCoderId: string | null
  /** Whether a coding is one of whoever sits here: what nobody signed belongs to who gives no name. */
  isOwn(coderId: string | null): boolean
}

/** All topics and actors of the notebook, kept up to date. */
export function useNotebookNames(): NotebookNames {
  const { data: topics } = useQuery(rpc.topic.list.queryOptions())
  const { data: actors } = useQuery(rpc.actor.list.queryOptions())
  const { data: coders } = useQuery(rpc.coder.list.queryOptions())
  const [{ coderName }] = usePreferences()
  return useMemo(() => {
    const ownCoderId = coderNamed(coders ?? [], coderName)?.id ?? null
    const topicsById = new Map(topics?.map((topic) => [topic.id, topic]))
    const actorsById = new Map(actors?.map((actor) => [actor.id, actor]))
    const namesById = topicPaths(topics ?? [])
    return {
      topics: topics ?? [],
      actors: actors ?? [],
      topic: (id) => topicsById.get(id),
      topicPath: (id) => namesById.get(id) ?? [],
      actor: (id) => actorsById.get(id),
      coders: coders ?? [],
      coder: (id) => coders?.find((coder) => coder.id === id),
      ownCoderId,
      isOwn: (coderId) => (coderName === '' ? coderId === null : coderId !== null && coderId === ownCoderId),
    }
  }, [topics, actors, coders, coderName])
}
