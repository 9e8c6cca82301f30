import { Fragment } from 'react'
import { type MarkRange, splitAtMarks } from './split-at-marks.ts'

/** Text with some of its passages marked, such as the words a search found. The text stays text. */
export function MarkedText({ text, marks }: { text: string; marks: readonly MarkRange[] }) {
  return splitAtMarks(text, marks).map(({ start, text: part, isMarked }) =>
    isMarked ? <mark key={start}>{part}</mark> : <Fragment key={start}>{part}</Fragment>,
  )
}
