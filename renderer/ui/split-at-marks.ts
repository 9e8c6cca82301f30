/** UTF-16 offsets into the text, end exclusive. */
export interface MarkRange {
  start: number
  end: number
}

export interface MarkedPart {
  start: number
  text: string
  isMarked: boolean
}

/** Cuts a text into marked and plain parts that together are the text. Marks may overlap, touch and stand in any order. */
export function splitAtMarks(text: string, marks: readonly MarkRange[]): MarkedPart[] {
  const parts: MarkedPart[] = []
  const push = (start: number, end: number, isMarked: boolean) => {
    const last = parts.at(-1)
    if (end <= start) return
    if (last?.isMarked && isMarked) last.text += text.slice(start, end)
    else parts.push({ start, text: text.slice(start, end), isMarked })
  }
  let done = 0
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    const from = Math.min(Math.max(start, done), text.length)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    push(done, from, false)
    push(from, to, true)
    done = to
  }
  push(done, text.length, false)
  return parts
}
