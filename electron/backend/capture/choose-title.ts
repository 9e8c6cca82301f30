import { plainLine } from './author-names.ts'
import { comparableText } from './page-dom.ts'

const separator = /\s+[|–—\-·•»›:/]+\s+|\s*[|»]\s*/u

/**
 * A page title without the outlet's name at either end. `outlets` are names the outlet goes by (its site name, its host);
 * a part is cut off only where it is one of them, never because it is short.
 */
export function withoutOutlet(title: string, outlets: readonly string[]): string {
  const known = outlets.map(comparableText).filter(Boolean)
  const isOutlet = (part: string) => {
    const name = comparableText(part)
    const joined = name.replaceAll(' ', '')
    return (
      name !== '' &&
      known.some((outlet) => {
        const other = outlet.replaceAll(' ', '')
        return (
          joined === other ||
          (joined.length >= 3 &&
            other.length >= 3 &&
            joined.length <= 40 &&
            name.split(' ').length <= 4 &&
            (other.includes(joined) || joined.includes(other)))
        )
      })
    )
  }
  let rest = plainLine(title)
  for (let round = 0; round < 3; round++) {
    const matches = [...rest.matchAll(new RegExp(separator, 'gu'))]
    const last = matches.at(-1)
    const first = matches[0]
    if (last !== undefined && last.index > 0 && isOutlet(rest.slice(last.index + last[0].length))) {
      rest = rest.slice(0, last.index).trim()
    } else if (first !== undefined && first.index > 0 && isOutlet(rest.slice(0, first.index))) {
      rest = rest.slice(first.index + first[0].length).trim()
    } else {
      break
    }
  }
  return rest
}

export interface TitleCandidate {
  readonly value: string
  readonly source: string
}

/**
 * The article's title out of what headline, Open Graph, `h1` and `title` say, without the outlet's name: the wording most of
 * the `voters` share, for outlets write other titles for search engines than for readers; else the first, in order of trust.
 * A headline that JSON-LD gives again under `others` of its names is no wording for one occasion: it wins a tie.
 */
export function chooseTitle(
  candidates: readonly TitleCandidate[],
  outlets: readonly string[],
  voters: readonly string[],
  others: readonly string[] = [],
): TitleCandidate | undefined {
  const cleaned = candidates
    .map(({ value, source }) => ({ value: withoutOutlet(value, outlets), source }))
    .filter(({ value }) => /[\p{L}\p{N}]/u.test(value))
  const again = others.map((value) => comparableText(withoutOutlet(value, outlets)))
  const votesOf = ({ value, source }: TitleCandidate) => {
    if (!voters.includes(source)) return 0
    return source === 'jsonLd' && again.includes(comparableText(value)) ? 2.5 : 1
  }
  const votes = (candidate: TitleCandidate) =>
    cleaned
      .filter(({ value }) => comparableText(value) === comparableText(candidate.value))
      .reduce((sum, item) => sum + votesOf(item), 0)
  return cleaned.reduce<TitleCandidate | undefined>(
    (best, candidate) => (best === undefined || votes(candidate) > votes(best) ? candidate : best),
    undefined,
  )
}
