import { ListPlus, Plus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Topic } from '#shared/domain/topic.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { act } from '../app/act.ts'
import { useCanWrite } from '../app/can-write.ts'
import { paths } from '../app/paths.ts'
import { chordOf } from '../app/shortcut-table.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { topicColour } from '../quotes/topic-colour.ts'
import { client } from '../rpc/client.ts'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Tree } from '../ui/tree/tree.tsx'
import type { TreeMove } from '../ui/tree/tree-moves.ts'
import styles from './topic-tree.module.css'
import { ancestorsOf, countsWithBelow, withAncestors } from './tree-names.ts'
import { useExpanded } from './use-expanded.ts'

interface TopicTreeProps {
  topics: readonly Topic[]
  chosenId: string | null
  renamingId: string | null
  onRenaming(id: string | null): void
  onCreate(parentId: string | null): void
}

/** The topic tree: to choose from, and to grow, rename and rearrange by keyboard or pointer. */
export function TopicTree({ topics, chosenId, renamingId, onRenaming, onCreate }: TopicTreeProps) {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const find = useRef<HTMLInputElement>(null)
  useAppShortcuts({ findInList: () => find.current?.focus() })
  const [expanded, setExpanded] = useExpanded(topics)
  const wanted = foldText(text)
  const shown = useMemo(() => {
    if (wanted === '') return topics
    const hits = topics.filter(({ name, aliases }) =>
      [name, ...aliases].some((one) => foldText(one).includes(wanted)),
    )
    return withAncestors(hits, topics)
  }, [topics, wanted])
  // Whatever led to a topic, it is in sight: what stands above it is open, once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is folded afterwards by hand stays folded
  useEffect(() => {
    const topic = topics.find(({ id }) => id === chosenId)
    const hidden = topic === undefined ? [] : ancestorsOf(topic, topics).filter(({ id }) => !expanded.has(id))
    if (hidden.length > 0) setExpanded(new Set([...expanded, ...hidden.map(({ id }) => id)]))
  }, [chosenId, topics.length])

  const open = wanted === '' ? expanded : new Set(shown.map(({ id }) => id))
  const counts = useMemo(() => countsWithBelow(topics), [topics])
  const tree = useRef<{ focus(): void }>(null)
  const isEmpty = topics.length === 0
  useEffect(() => {
    if (!isEmpty && document.activeElement === document.body) tree.current?.focus()
  }, [isEmpty])
  const create = (parentId: string | null) => {
    setText('')
    onCreate(parentId)
  }
  const nameOf = (id: string) => topics.find((topic) => topic.id === id)?.name ?? ''
  const changes = {
    onRename: ({ id }: Topic, name: string) =>
      void act(() => client.topic.update.mutate({ id, name }), t('topics.renamed', { name })),
    onMove: (move: TreeMove) =>
      void act(() => client.topic.move.mutate(move), t('topics.moved', { name: nameOf(move.id) })),
  }
  return (
    <nav className={styles.pane} aria-label={t('topics.title')}>
      <header className={styles.head}>
        <div className={styles.line}>
          <h1>{t('topics.title')}</h1>
          {canWrite && (
            <>
              <IconButton label={t('topics.new')} shortcut={chordOf('newTopic')} onClick={() => create(null)}>
                <Plus />
              </IconButton>
              <IconButton
                label={t('topics.newBelow')}
                shortcut={chordOf('newTopicBelow')}
                disabled={chosenId === null}
                onClick={() => create(chosenId)}
              >
                <ListPlus />
              </IconButton>
            </>
          )}
        </div>
        <SearchField
          ref={find}
          label={t('topics.find')}
          shortcut={chordOf('findInList')}
          value={text}
          onChange={setText}
        />
      </header>
      <div className={styles.tree}>
        <Tree
          ref={tree}
          label={t('topics.tree')}
          nodes={shown}
          expanded={open}
          onExpandedChange={setExpanded}
          activeId={chosenId}
          onActiveChange={(id) => navigate(paths.topics(id), { replace: true })}
          renamingId={renamingId}
          onRenamingChange={onRenaming}
          {...(canWrite ? changes : {})}
          renderIcon={({ colour }) => <span className={cx(styles.dot, topicColour(colour))} />}
          renderEnd={({ id, quoteCount }) => {
            // A folded topic stands for what is below it too.
            const count = open.has(id) ? quoteCount : (counts.get(id) ?? 0)
            return count > 0 && <Badge>{count}</Badge>
          }}
        />
      </div>
    </nav>
  )
}
