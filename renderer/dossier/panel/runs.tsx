import type { Run } from '#shared/domain/citation.ts'
import styles from './sources-panel.module.css'

/** Runs of text as they are set. An address in them is words: the whole entry leads somewhere already. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: runs are never put into another order
  return runs.map((run, index) => <OneRun key={index} run={run} />)
}

function OneRun({ run: { text, italic, bold, underline, raised, lowered, smallCaps } }: { run: Run }) {
  if (italic) return <em>{text}</em>
  if (bold) return <strong>{text}</strong>
  if (underline) return <u>{text}</u>
  if (raised) return <sup>{text}</sup>
  if (lowered) return <sub>{text}</sub>
  return smallCaps ? <span className={styles.smallCaps}>{text}</span> : text
}
