import type { Actor } from '#shared/domain/actor.ts'
import { parseTopicPath, type Topic } from '#shared/domain/topic.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { AppError } from '#shared/util/app-error.ts'

/** A topic's names from the root down. */
export function topicPath(topic: Topic, topics: readonly Topic[]): string[] {
  const parent = topics.find((candidate) => candidate.id === topic.parentId)
  return parent === undefined ? [topic.name] : [...topicPath(parent, topics), topic.name]
}

/** A topic by id, by its path in any case, or by the end of its path. @throws AppError `no-such-topic` */
export function findTopic(written: string, topics: readonly Topic[]): Topic {
  const wanted = parseTopicPath(written).map(foldText)
  const endingSo = topics
    .map((topic) => ({ topic, path: topicPath(topic, topics).map(foldText) }))
    .filter(
      ({ path }) => wanted.length > 0 && wanted.every((name, at) => path.at(at - wanted.length) === name),
    )
    .sort((one, other) => one.path.length - other.path.length)
  const found = topics.find((topic) => topic.id === written) ?? endingSo[0]?.topic
  if (found === undefined) {
    throw new AppError('no-such-topic', `There is no topic “${written}”.`, 'See them all with: topics')
  }
  return found
}

/** An actor by id, name or alias in any case. @throws AppError `no-such-actor` */
export function findActor(written: string, actors: readonly Actor[]): Actor {
  const wanted = foldText(written)
  const found =
    actors.find((actor) => actor.id === written || foldText(actor.name) === wanted) ??
    actors.find((actor) => actor.aliases.some((alias) => foldText(alias) === wanted))
  if (found === undefined) {
    throw new AppError('no-such-actor', `There is no actor “${written}”.`, 'See them all with: actors')
  }
  return found
}
