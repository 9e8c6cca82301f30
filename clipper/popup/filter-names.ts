/** Something that can be chosen by typing part of its name. */
export interface Choice {
  /** Undefined for one that is not in the notebook yet. */
  id?: string
  /** The words it is shown by. */
  label: string
  /** More words it is found by. */
  also: readonly string[]
}

const shownAtMost = 8

/**
 * The choices that fit what was typed: those that begin with it, then those with a word that does, then those that hold
 * it. For nothing typed, those that were chosen lately.
 */
export function filterNames(choices: readonly Choice[], typed: string, recent: readonly string[]): Choice[] {
  const wanted = fold(typed.trim())
  if (wanted === '') {
    const lately = recent.flatMap((id) => choices.filter((choice) => choice.id === id))
    const others = choices.filter((choice) => !lately.includes(choice))
    return [...lately, ...others].slice(0, shownAtMost)
  }
  const ranked = choices.flatMap((choice) => {
    const rank = Math.min(...[choice.label, ...choice.also].map((name) => rankOf(fold(name), wanted)))
    return rank === Number.POSITIVE_INFINITY ? [] : [{ choice, rank }]
  })
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, shownAtMost)
    .map(({ choice }) => choice)
}

/** Whether one of them is called just so, in any case: then there is nothing to create. */
export function isNamed(choices: readonly Choice[], typed: string): boolean {
  const wanted = fold(typed.trim())
  return choices.some(({ label, also }) => [label, ...also].some((name) => fold(name) === wanted))
}

function rankOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0
  const at = name.indexOf(wanted)
  if (at === -1) return Number.POSITIVE_INFINITY
  return /[\s›>(«“"'-]/.test(name[at - 1] ?? '') ? 1 : 2
}

function fold(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase()
}
