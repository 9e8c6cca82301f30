import { ListTree } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { SplitView } from '../ui/resizable-panes.tsx'
import { TopicPage } from './topic-page.tsx'
import { TopicTree } from './topic-tree.tsx'

/** The tree of negotiation topics at the side, and the page of the one that is chosen. */
export function TopicsScreen({ topicId }: { topicId: string | null }) {
  const { t } = useTranslation()
  const { topics, topic } = useNotebookNames()
  const chosen = topicId === null ? undefined : topic(topicId)
  return (
    <SplitView
      name="topics"
      side={<TopicTree topics={topics} chosenId={topicId} />}
      main={
        chosen === undefined ? (
          <EmptyState icon={<ListTree />} title={t(topics.length === 0 ? 'topics.none' : 'topics.choose')}>
            {t('topics.explain')}
          </EmptyState>
        ) : (
          <TopicPage key={chosen.id} topic={chosen} />
        )
      }
    />
  )
}
