import { useState } from 'react'
import { VirtualList } from '../../renderer/ui/list/virtual-list.tsx'
import { Picker } from '../../renderer/ui/picker/picker.tsx'
import { Tree } from '../../renderer/ui/tree/tree.tsx'
import type { TreeMove } from '../../renderer/ui/tree/tree-moves.ts'
import styles from './gallery.module.css'
import { type SampleRow, sampleRow, topics as sampleTopics } from './sample.ts'

type SampleTopic = (typeof sampleTopics)[number]

/** The list, the tree and the picker. */
export function LargeParts() {
  return (
    <section className={styles.section}>
      <h2>Lists</h2>
      <SampleList />
      <div className={styles.columns}>
        <SampleTree />
        <SamplePicker />
      </div>
    </section>
  )
}

function SampleList() {
  const [active, setActive] = useState(2)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['row-4', 'row-5']))
  return (
    <div className={styles.box}>
      <VirtualList<SampleRow>
        label="A million articles"
        count={1_000_000}
        rowHeight={36}
        rowAt={sampleRow}
        keyOf={(row) => row.id}
        active={active}
        onActiveChange={setActive}
        selected={selected}
        onSelectedChange={setSelected}
        renderRow={(row, { index }) => (
          <div className={styles.row}>
            <span dir="auto">{row.title}</span>
            <span className={styles.quiet}>{row.outlet}</span>
            <span className={styles.quiet}>{row.date}</span>
            <span className={styles.count}>{index + 1}</span>
          </div>
        )}
      />
    </div>
  )
}

function SampleTree() {
  const [nodes, setNodes] = useState<SampleTopic[]>(sampleTopics)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set(['a', 'c']))
  const [activeId, setActiveId] = useState<string>('a1')
  return (
    <div className={styles.box}>
      <Tree<SampleTopic>
        label="Topics"
        nodes={nodes}
        expanded={expanded}
        onExpandedChange={setExpanded}
        activeId={activeId}
        onActiveChange={setActiveId}
        onMove={(move) => setNodes((before) => moved(before, move))}
        onRename={(node, name) =>
          setNodes((before) => before.map((one) => (one.id === node.id ? { ...one, name } : one)))
        }
        renderEnd={(node) => <span className={styles.count}>{node.count}</span>}
      />
    </div>
  )
}

function moved(nodes: SampleTopic[], { id, parentId, afterId }: TreeMove): SampleTopic[] {
  const node = nodes.find((one) => one.id === id)
  if (node === undefined) return nodes
  const rest = nodes.filter((one) => one.id !== id)
  const at = afterId === null ? 0 : rest.findIndex((one) => one.id === afterId) + 1
  return rest.toSpliced(at, 0, { ...node, parentId })
}

function SamplePicker() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['a1']))
  const [options, setOptions] = useState(sampleTopics.map(({ id, name }) => ({ id, label: name })))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <Picker
      label="Topics of this quote"
      placeholder="Add a topic"
      options={options}
      chosen={chosen}
      multiple
      onChoose={({ id }) => toggle(id)}
      onCreate={(label) => {
        setOptions([...options, { id: label, label }])
        toggle(label)
      }}
    />
  )
}
