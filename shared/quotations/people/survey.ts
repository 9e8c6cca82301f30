import { isCapital, type Token } from '../text/tokenize.ts'

const opening = /^[.!?…:;"“”„«»‘'(\-–—•*]$/

/** The words of a text in lower case, and those with a capital in the middle of a sentence. */
export interface Survey {
  common: ReadonlySet<string>
  names: ReadonlySet<string>
}

/** Looks at every word of a text once. */
export function surveyWords(tokens: readonly Token[]): Survey {
  const common = new Set<string>()
  const names = new Set<string>()
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined || token.kind !== 'word') continue
    if (!isCapital(token)) common.add(token.lower)
    else if (!isInitial(tokens, index)) names.add(token.lower)
  }
  return { common, names }
}

export function isInitial(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  return before === undefined || before.paragraph !== tokens[index]?.paragraph || opening.test(before.text)
}
