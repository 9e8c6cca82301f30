import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './compared-blocks.module.css'
import type { ComparedBlock } from './comparison-blocks.ts'

interface ComparedBlocksProps {
  blocks: readonly ComparedBlock[]
  /** The number of the change that is set off; -1 for none. */
  current: number
}

/** Two texts word by word: what was added is underlined, what was removed struck through, the rest folded away. */
export function ComparedBlocks({ blocks, current }: ComparedBlocksProps) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is made anew as a whole
    <Block key={index} block={block} isCurrent={block.kind === 'changed' && block.change === current} />
  ))
}

function Block({ block, isCurrent }: { block: ComparedBlock; isCurrent: boolean }) {
  if (block.kind === 'unchanged') return <Unchanged paragraphs={block.paragraphs} />
  return (
    <p
      dir="auto"
      tabIndex={-1}
      data-change={block.change}
      className={styles.changed}
      aria-current={isCurrent || undefined}
    >
      {block.runs.map(({ kind, text }, index) => {
        const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : Fragment
        // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is made anew as a whole
        return <Tag key={index}>{text}</Tag>
      })}
    </p>
  )
}

/** Text that stayed: a line of it at either end, the rest behind a button. */
function Unchanged({ paragraphs }: { paragraphs: readonly string[] }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const fits = paragraphs.length <= 3
  const first = paragraphs[0] ?? ''
  const last = paragraphs.at(-1) ?? ''
  const shown = open || fits ? paragraphs : null
  if (shown !== null) {
    return shown.map((paragraph, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is made anew as a whole
      <p key={index} dir="auto" className={styles.same}>
        {paragraph}
      </p>
    ))
  }
  return (
    <>
      <p dir="auto" className={styles.same}>
        {first}
      </p>
      <button type="button" className={styles.more} onClick={() => setOpen(true)}>
        {t('reader.compare.unchanged', { count: paragraphs.length - 2 })}
      </button>
      <p dir="auto" className={styles.same}>
        {last}
      </p>
    </>
  )
}
