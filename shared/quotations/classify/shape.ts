import { flagsAt, isSubjectPronoun, type Reading } from '../attribution/reading.ts'
import { Flag } from '../languages/table.ts'
import type { Passage } from '../text/passages.ts'
import { isCapital } from '../text/tokenize.ts'

const smallWord =
  /^(?:a|an|the|of|in|on|at|by|for|with|from|to|and|or|but|as|de|du|la|le|les|des|et|à|der|die|das|und|von|и|в|на|с|і|й|та|у|з)$/

const auxiliary =
  /^(?:is|are|was|were|be|been|have|has|had|will|would|can|could|do|does|did|should|may|might|must|don['’]t|doesn['’]t|isn['’]t|can['’]t|won['’]t|not|ist|sind|war|haben|hat|wird|werden|kann|muss|nicht|est|sont|a|ont|était|sera|pas|être|avoir|faut|есть|был|была|было|были|будет|будут|может|нужно|надо|не|є|був|була|було|були|буде|будуть|може|треба|потрібно)$/

interface Shape {
  /** Whether it is one unbroken string with a full stop inside, as addresses of the net are. */
  address: boolean
  /** Whether it looks like the name of a German newspaper: “Allgäuer Zeitung”. */
  paper: boolean
  words: number
  capital: boolean
  /** Whether its last sign ends or interrupts a sentence. */
  ends: boolean
  /** Whether every word of weight has a capital, as titles do in English. */
  titled: boolean
  /** Whether it has the look of a clause: a pronoun, an auxiliary, a negation. */
  clausal: boolean
}

export function shapeOf(reading: Reading, passage: Passage): Shape {
  let words = 0
  let capitals = 0
  let weighty = 0
  let clausal = false
  let capital = false
  for (let index = passage.first; index < passage.last; index++) {
    const token = reading.tokens[index]
    if (token === undefined || token.kind === 'sign') continue
    words++
    if (words === 1) capital = isCapital(token) || token.kind === 'number'
    if (token.kind !== 'word') continue
    if (
      isSubjectPronoun(reading, index) ||
      auxiliary.test(token.lower) ||
      (flagsAt(reading, index) & Flag.pronoun) !== 0
    )
      clausal = true
    if (smallWord.test(token.lower)) continue
    weighty++
    if (isCapital(token)) capitals++
  }
  const last = reading.tokens[passage.last - 1]
  const ends = last !== undefined && /^[.,!?…]$/.test(last.text)
  const titled =
    capital && weighty > 0 && capitals === weighty && words <= 9 && reading.lexicon.language !== 'de'
  const first = reading.tokens[passage.first]
  const exact = reading.text.slice(first?.start ?? 0, last?.end ?? 0)
  const address = exact.length < 60 && /^\S+\.\p{Ll}{2,}$/u.test(exact)
  return {
    words,
    capital,
    ends,
    titled,
    clausal,
    address,
    paper:
      reading.lexicon.language === 'de' && /^\p{Lu}\p{L}+er \p{Lu}[\p{L}-]+(?: \p{Lu}\p{L}+)?$/u.test(exact),
  }
}
