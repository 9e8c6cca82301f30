import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { QuoteRow } from '#shared/domain/quote.ts'
import { paths } from '../app/paths.ts'
import { groupBySpeaker, groupByTopic } from './group-quotes.ts'
import type { NotebookNames } from './notebook-names.ts'
import { QuoteGroup } from './quote-group.tsx'
import { TopicChip } from './topic-chip.tsx'

interface QuotesProps {
  quotes: readonly QuoteRow[]
  names: NotebookNames
}

/** Quotes under the names of those who said them; `about` as `QuoteItem` takes it. */
export function QuotesBySpeaker({ quotes, names, about }: QuotesProps & { about: string | null }) {
  const { t } = useTranslation()
  return groupBySpeaker(quotes).map(({ speakerId, quotes: said }) => (
    <QuoteGroup
      key={speakerId ?? 'unnamed'}
      quotes={said}
      names={names}
      about={about}
      heading={
        speakerId === null ? (
          t('quotes.unnamed')
        ) : (
          <Link href={paths.actors(speakerId)}>
            <bdi>{names.actor(speakerId)?.name}</bdi>
          </Link>
        )
      }
    />
  ))
}

interface QuotesByTopicProps extends QuotesProps {
  /** The ids of topics in the order in which they come. */
  order: readonly string[]
  /** Each says who said it. */
  withSpeaker?: boolean
}

/** Quotes under the topics they are linked to, those of several under each; last those without one. */
export function QuotesByTopic({ quotes, names, order, withSpeaker = false }: QuotesByTopicProps) {
  const { t } = useTranslation()
  return groupByTopic(quotes, order).map(({ topicId, quotes: onTopic }) => (
    <QuoteGroup
      key={topicId ?? 'none'}
      quotes={onTopic}
      names={names}
      about={topicId}
      withSpeaker={withSpeaker}
      heading={
        topicId === null ? (
          t('actors.withoutTopic')
        ) : (
          <Link href={paths.topics(topicId)}>
            <TopicChip path={names.topicPath(topicId)} colour={names.topic(topicId)?.colour ?? 9} />
          </Link>
        )
      }
    />
  ))
}
