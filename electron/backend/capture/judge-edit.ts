import { diffWords } from '#shared/anchoring/diff-words.ts'
import { foldText } from '#shared/search/tokenize.ts'
import { announcesCorrection } from './correction-notice.ts'

/** A capture of an article as far as an edit is judged by it. Null is not known, or not said. */
export interface JudgedCapture {
  text: string
  title: string | null
  /** What the source says about when it was last modified, as exactly as it says it. */
  modifiedAt: string | null
}

/** `silent`: the words are others, and nothing says so. `form`: nothing but marks, case or punctuation is another. */
export type Edit = 'silent' | 'announced' | 'form'

/**
 * Whether a source said that it changed what it had published. It did where its date of modification is later than the one
 * before, or not before the earlier capture; or where the text was given a notice of correction. The headline counts as
 * words. `capturedAt` is when the earlier one was captured.
 */
export function judgeEdit(before: JudgedCapture & { capturedAt: string }, after: JudgedCapture): Edit {
  if (!isHeadlineChanged(before.title, after.title) && foldText(before.text) === foldText(after.text))
    return 'form'
  return isDated(before, after.modifiedAt) || hasNewNotice(before.text, after.text) ? 'announced' : 'silent'
}

/** Whether two known headlines differ in their words. */
export function isHeadlineChanged(before: string | null, after: string | null): boolean {
  return before !== null && after !== null && foldText(before) !== foldText(after)
}

function isDated(
  before: { modifiedAt: string | null; capturedAt: string },
  modifiedAt: string | null,
): boolean {
  if (modifiedAt === null) return false
  const latest = latestMoment(modifiedAt)
  if (latest >= Date.parse(before.capturedAt)) return true
  return before.modifiedAt !== null && latest > latestMoment(before.modifiedAt)
}

/** The last moment that may be meant: a day without a time ends last west of Greenwich, twelve hours later. */
function latestMoment(time: string): number {
  if (time.includes('T')) return Date.parse(time)
  const [year = 1970, month = 12, day] = time.split('-').map(Number)
  const nextDay = day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1)
  return nextDay + 12 * 60 * 60_000 - 1
}

/** A notice counts where the paragraph it stands in has new words. */
function hasNewNotice(before: string, after: string): boolean {
  return diffWords(before, after).some(({ kind, newStart, newEnd }) => {
    if (kind !== 'added') return false
    const start = after.lastIndexOf('\n', newStart) + 1
    const end = after.indexOf('\n', newEnd)
    return announcesCorrection(after.slice(start, end === -1 ? undefined : end))
  })
}
