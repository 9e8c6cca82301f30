import type { ClippedQuote } from '#shared/domain/clipper.ts'
import type { Stance } from '#shared/domain/link.ts'
import { t } from '../i18n.ts'
import type { Selectors } from '../protocol.ts'
import type { Choice } from './filter-names.ts'

/** Between the names of a path of topics, as it is shown and as it may be typed. */
const pathSign = ' › '

/** A new topic may be typed as a path: `Water > Dry-year flow`. */
export function pathOf(label: string): string[] {
  const names = label.split(/\s*[›>]\s*/).map((name) => name.trim())
  return names.filter((name) => name !== '').slice(0, 20)
}

export function labelOf(path: readonly string[]): string {
  return path.join(pathSign)
}

/** The quote as it is sent; its note says in the user's language what would be lost with its place. */
export function quoteOf(
  selectors: Selectors,
  speaker: Choice | null,
  topic: Choice | null,
  stance: Stance,
): ClippedQuote {
  const path = topic === null ? [] : pathOf(topic.label)
  const said = path.length === 0 ? '' : `${labelOf(path)}: ${t(`stances.${stance}`)}`
  const note = [t('note'), speaker?.label ?? '', said].filter((part) => part !== '').join(' · ')
  return {
    ...selectors,
    speaker: speaker === null ? null : { ...idOf(speaker), name: speaker.label.slice(0, 200) },
    topic: path.length === 0 ? null : { ...idOf(topic), path, stance },
    note: note.slice(0, 1000),
  }
}

function idOf(choice: Choice | null): { id?: string } {
  return choice?.id === undefined ? {} : { id: choice.id }
}
