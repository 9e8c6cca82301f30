import { ListTree, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanWrite } from '../app/can-write.ts'
import { useCommands } from '../app/commands.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { useNotebookNames } from '../quotes/notebook-names.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SplitView } from '../ui/resizable-panes.tsx'
import { TopicPage } from './topic-page.tsx'
import { TopicTree } from './topic-tree.tsx'
import { useTopicActions } from './use-topic-actions.ts'

/** The tree of negotiation topics at the side, and the page of the one that is chosen. */
export function TopicsScreen({ topicId }: { topicId: string | null }) {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const { topics, topic } = useNotebookNames()
  const [renamingId, setRenamingId] = useState<string | null>(null)
  const actions = useTopicActions(topics)
  const chosen = topicId === null ? undefined : topic(topicId)
  const create = async (parentId: string | null) => setRenamingId((await actions.create(parentId)) ?? null)
  const createBelow = () => (chosen === undefined ? false : void create(chosen.id))
  const trash = () => (chosen === undefined ? false : void actions.trash(chosen.id))
  useAppShortcuts({ newTopic: () => void create(null), newTopicBelow: createBelow, trashTopic: trash })
  useCommands([
    {
      id: 'topic.new',
      label: t('topics.new'),
      icon: <Plus />,
      shortcut: 'newTopic',
      run: () => void create(null),
    },
  ])
  return (
    <SplitView
      name="topics"
      side={
        <TopicTree
          topics={topics}
          chosenId={chosen?.id ?? null}
          renamingId={renamingId}
          onRenaming={setRenamingId}
          onCreate={(parentId) => void create(parentId)}
        />
      }
      main={
        chosen === undefined ? (
          <EmptyState
            icon={<ListTree />}
            title={t(topics.length === 0 ? 'topics.none' : 'topics.choose')}
            actions={
              topics.length === 0 &&
              canWrite && (
                <Button variant="primary" icon={<Plus />} onClick={() => void create(null)}>
                  {t('topics.new')}
                </Button>
              )
            }
          >
            {t('topics.explain')}
          </EmptyState>
        ) : (
          <TopicPage key={chosen.id} topic={chosen} onCreateBelow={createBelow} onTrash={trash} />
        )
      }
    />
  )
}
