import { foldForMatch, scoreMatch } from '../command/score-match.ts'

export interface PickerOption {
  id: string
  label: string
  /** Other names it can be found by. */
  keywords?: readonly string[]
}

export interface Chosen<Option extends PickerOption> {
  shown: Option[]
  /** How many more answer what was typed. */
  more: number
  /** Nothing is called exactly that, so it could be created. */
  isNew: boolean
}

/** The options that answer what was typed, best first and then in the order given, at most `limit`. */
export function chooseOptions<Option extends PickerOption>(
  options: readonly Option[],
  query: string,
  limit = 60,
): Chosen<Option> {
  const typed = foldForMatch(query).trim()
  const scored = options
    .map((option) => ({ option, score: scoreMatch(query, option.label, option.keywords) }))
    .filter(({ score }) => score > 0)
  if (typed !== '') scored.sort((a, b) => b.score - a.score)
  const isKnown = options.some(({ label, keywords = [] }) =>
    [label, ...keywords].some((name) => foldForMatch(name).trim() === typed),
  )
  return {
    shown: scored.slice(0, limit).map(({ option }) => option),
    more: Math.max(0, scored.length - limit),
    isNew: typed !== '' && !isKnown,
  }
}
