import { useTranslation } from 'react-i18next'
import type { NotebookNames } from './notebook-names.ts'
import type { StancesOnTopic } from './stances-by-topic.ts'
import { TopicChip } from './topic-chip.tsx'

interface TopicChipsProps {
  topics: readonly StancesOnTopic[]
  names: NotebookNames
  /** So many have room; how many more there are is said after them. */
  atMost?: number
  /** Of the words that say how many more there are. */
  moreClassName?: string | undefined
}

/** The topics of a quote, each once, with every stance that its coders see. */
export function TopicChips({ topics, names, atMost = topics.length, moreClassName }: TopicChipsProps) {
  const { t } = useTranslation()
  return (
    <>
      {topics.slice(0, atMost).map(({ topicId, stances: [stance, ...otherStances] }) => (
        <TopicChip
          key={topicId}
          path={names.topicPath(topicId)}
          colour={names.topic(topicId)?.colour ?? 9}
          stance={stance}
          otherStances={otherStances}
        />
      ))}
      {topics.length > atMost && (
        <span className={moreClassName}>
          {t('quotes.card.moreTopics', { count: topics.length - atMost })}
        </span>
      )}
    </>
  )
}
