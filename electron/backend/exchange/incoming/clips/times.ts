import { publicationTimeSchema } from '#shared/domain/common.ts'
import { parsePublicationTime } from '../../../capture/publication-time.ts'

const earliest = Date.UTC(1990, 0, 1)
const day = 86_400_000

/**
 * A moment as a notebook has it (UTC, milliseconds) from seconds, milliseconds or microseconds since 1970, or from a time in
 * figures; a time without a zone is taken for UTC. Undefined where it is none, or before 1990 or in the future.
 */
export function momentOf(written: string | number | null | undefined): string | undefined {
  const text = String(written ?? '').trim()
  if (text === '') return undefined
  const time =
    /^-?\d+(?:\.\d+)?$/.test(text) && Number(text) > 100_000_000 ? sinceEpoch(Number(text)) : inFigures(text)
  if (!Number.isFinite(time) || time < earliest || time > Date.now() + 2 * day) return undefined
  return new Date(time).toISOString()
}

/** Until the year 5138 a moment in seconds has fewer than twelve figures; longer ones are finer. */
function sinceEpoch(value: number): number {
  if (value < 1e11) return value * 1000
  return value < 1e14 ? value : value / 1000
}

function inFigures(text: string): number {
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(
    text,
  )
  if (iso !== null) {
    const [, date = '', clock = '', zone = 'Z'] = iso
    return Date.parse(`${date}T${clock}${/^(?:z|utc)$/i.test(zone) ? 'Z' : zone}`)
  }
  const found = parsePublicationTime(text)?.value
  if (found === undefined || found.length < 10) return Number.NaN
  return Date.parse(found.length > 10 && !/(?:Z|[+-]\d{2}:\d{2})$/.test(found) ? `${found}Z` : found)
}

/** A publication time as an article has it: as exact as it was written, in its own zone. Undefined where it is none. */
export function publishedOf(written: string | number | null | undefined): string | undefined {
  const text = String(written ?? '').trim()
  if (text === '') return undefined
  const read = (candidate: string) => publicationTimeSchema.safeParse(candidate).data
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return read(text)
  // Zotero's `2026-03-00 March 2026` says first how much is known.
  const multipart = /^(\d{4})-(\d{2})-(\d{2})(?= |$)/.exec(text)
  if (multipart !== null && (multipart[2] === '00' || multipart[3] === '00'))
    return read(multipart[2] === '00' ? (multipart[1] ?? '') : `${multipart[1]}-${multipart[2]}`)
  const found = parsePublicationTime(text)?.value
  return found === undefined ? undefined : read(found)
}
