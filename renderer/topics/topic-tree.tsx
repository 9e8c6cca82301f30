import { Plus } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Topic } from '#shared/domain/topic.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { act } from '../app/act.ts'
import { paths } from '../app/paths.ts'
import { useAppShortcuts } from '../app/use-app-shortcuts.ts'
import { client } from '../rpc/client.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { SearchField } from '../ui/search-field.tsx'
import { readStored, writeStored } from '../ui/stored.ts'
import { Tree } from '../ui/tree/tree.tsx'
import styles from './topic-tree.module.css'
import { freeName, withAncestors } from './tree-names.ts'

const storedUnder = 'topics.expanded'

/** The topic tree: to choose from, and to grow, rename and rearrange by keyboard or pointer. */
export function TopicTree({ topics, chosenId }: { topics: readonly Topic[]; chosenId: string | null }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const [renamingId, setRenamingId] = useState<string | null>(null)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(readExpanded)
  useEffect(() => writeStored(storedUnder, [...expanded]), [expanded])
  const wanted = foldText(text)
  const shown = useMemo(() => {
    if (wanted === '') return topics
    const hits = topics.filter(({ name, aliases }) =>
      [name, ...aliases].some((one) => foldText(one).includes(wanted)),
    )
    return withAncestors(hits, topics)
  }, [topics, wanted])

  const create = async (parentId: string | null) => {
    const name = freeName(t('topics.untitled'), topics, parentId)
    const made = await act(
      () => client.topic.create.mutate({ parentId, name }),
      t('topics.created', { name }),
    )
    if (made === undefined) return
    if (parentId !== null) setExpanded(new Set([...expanded, parentId]))
    navigate(paths.topics(made.id))
    setRenamingId(made.id)
  }
  useAppShortcuts({
    newTopic: () => void create(null),
    newTopicBelow: () => (chosenId === null ? false : void create(chosenId)),
    trashTopic: () => {
      if (chosenId === null) return false
      const said = t('topics.trashed', { name: nameOf(chosenId) })
      return act(() => client.topic.trash.mutate({ ids: [chosenId] }), said)
    },
  })
  const nameOf = (id: string) => topics.find((topic) => topic.id === id)?.name ?? ''
  return (
    <nav className={styles.pane} aria-label={t('topics.title')}>
      <header className={styles.head}>
        <h1>{t('topics.title')}</h1>
        <div className={styles.buttons}>
          <Button size="small" icon={<Plus />} onClick={() => void create(null)}>
            {t('topics.new')}
          </Button>
          <Button size="small" disabled={chosenId === null} onClick={() => void create(chosenId)}>
            {t('topics.newBelow')}
          </Button>
        </div>
        <SearchField label={t('topics.find')} value={text} onChange={setText} />
      </header>
      <div className={styles.tree}>
        <Tree
          label={t('topics.tree')}
          nodes={shown}
          expanded={wanted === '' ? expanded : new Set(shown.map(({ id }) => id))}
          onExpandedChange={setExpanded}
          activeId={chosenId}
          onActiveChange={(id) => navigate(paths.topics(id), { replace: chosenId !== null })}
          renamingId={renamingId}
          onRenamingChange={setRenamingId}
          onRename={({ id }, name) =>
            void act(() => client.topic.update.mutate({ id, name }), t('topics.renamed', { name }))
          }
          onMove={(move) =>
            void act(() => client.topic.move.mutate(move), t('topics.moved', { name: nameOf(move.id) }))
          }
          renderIcon={({ colour }) => <span className={cx(styles.dot, styles[`topic${colour + 1}`])} />}
          renderEnd={({ quoteCount }) => quoteCount > 0 && <Badge>{quoteCount}</Badge>}
        />
      </div>
    </nav>
  )
}

function readExpanded(): ReadonlySet<string> {
  const stored = readStored(storedUnder)
  return new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [])
}
