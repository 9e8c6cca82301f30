import type { Actor } from '#shared/domain/actor.ts'
import type { Quote } from '#shared/domain/quote.ts'
import type { Topic } from '#shared/domain/topic.ts'
import type { PickerOption } from '../../ui/picker/choose-options.ts'

export interface SpeakerOption extends PickerOption {
  /** What a person belongs to; empty where nothing is known. */
  note: string
}

export interface TopicOption extends PickerOption {
  /** Names from the root down. */
  path: readonly string[]
  colour: number
}

/**
 * Everybody who can be named as a speaker, found by every alias: first those who speak in this article, most recently
 * named first, then the others by how often they are quoted.
 */
export function speakerOptions(actors: readonly Actor[], quotes: readonly Quote[]): SpeakerOption[] {
  const named = new Map<string, string>()
  for (const { speakerId, updatedAt } of quotes) {
    if (speakerId !== null && updatedAt > (named.get(speakerId) ?? '')) named.set(speakerId, updatedAt)
  }
  const names = new Map(actors.map(({ id, name }) => [id, name]))
  const recency = ({ id }: Actor) => named.get(id) ?? ''
  return actors
    .toSorted(
      (a, b) =>
        recency(b).localeCompare(recency(a)) || b.quoteCount - a.quoteCount || a.name.localeCompare(b.name),
    )
    .map(({ id, name, aliases, memberOfId }) => ({
      id,
      label: name,
      keywords: aliases,
      note: memberOfId === null ? '' : (names.get(memberOfId) ?? ''),
    }))
}

/**
 * Every topic by its path from the root, found by its own name, its aliases and a path written with `>` or `/`: first
 * those of this article, most recently used first, then the others by path.
 */
export function topicOptions(
  topics: readonly Topic[],
  pathOf: (id: string) => string[],
  quotes: readonly Quote[],
): TopicOption[] {
  const used = new Map<string, string>()
  for (const { links, updatedAt } of quotes) {
    for (const { topicId } of links) {
      if (updatedAt > (used.get(topicId) ?? '')) used.set(topicId, updatedAt)
    }
  }
  const recency = ({ id }: { id: string }) => used.get(id) ?? ''
  const options = topics.map(({ id, name, aliases, colour }) => {
    const path = pathOf(id)
    return {
      id,
      label: path.join(' › '),
      keywords: [name, path.join(' > '), path.join('/'), ...aliases],
      path,
      colour,
    }
  })
  return options.toSorted((a, b) => recency(b).localeCompare(recency(a)) || a.label.localeCompare(b.label))
}
