import type { Lexicon } from '../languages/lexicon.ts'
import { Flag } from '../languages/table.ts'
import { isCapital, type Token } from '../text/tokenize.ts'
import type { Entity } from './entities.ts'
import type { NameRun } from './names.ts'

const farthestRole = 8

/** Notes the words that say what somebody is: before the name ("rebel leader X") and after it ("X, head of Y,"). */
export function gatherRoles(tokens: readonly Token[], run: NameRun, entity: Entity, lexicon: Lexicon): void {
  const foreign = isForeign(tokens[run.from], lexicon)
  const add = (token: Token): void => {
    const flags = lexicon.flags(token.lower)
    if ((flags & (Flag.person | Flag.title | Flag.nation | Flag.group)) !== 0) entity.roles.add(token.lower)
    if ((flags & Flag.person) !== 0 && entity.kind === 'unknown' && !foreign) entity.kind = 'person'
    if ((flags & (Flag.person | Flag.title)) !== 0 && entity.kind === 'person') entity.personal = true
  }
  for (let index = run.from; index < run.coreFrom; index++) {
    const token = tokens[index]
    if (token !== undefined) add(token)
  }
  const paragraph = tokens[run.from]?.paragraph
  for (let index = run.from - 1; index >= Math.max(0, run.from - 5); index--) {
    const token = tokens[index]
    if (token === undefined || token.paragraph !== paragraph || token.kind === 'sign') break
    const flags = lexicon.flags(token.lower)
    if ((flags & Flag.speech) !== 0 && (flags & Flag.person) === 0) break
    const place = index === run.from - 1 && run.coreFrom > run.from
    if ((flags & (Flag.preposition | Flag.conjunction)) !== 0 && (flags & Flag.person) === 0 && !place) break
    add(token)
  }
  if (entity.kind !== 'unknown' && tokens[run.from - 1]?.text === ',') {
    // "the mayor of Brookhaven, Ann Lee": the role stands before the comma.
    for (let index = run.from - 2; index >= Math.max(0, run.from - 10); index--) {
      const token = tokens[index]
      if (token === undefined || token.paragraph !== paragraph) break
      if (token.kind === 'sign' && !/^[()]$/.test(token.text)) break
      const flags = lexicon.flags(token.lower)
      if ((flags & Flag.speech) !== 0 && (flags & Flag.person) === 0) break
      add(token)
      if ((flags & (entity.kind === 'group' ? Flag.group : Flag.person)) !== 0 && !isCapital(token)) break
    }
  }
  if (!/^[,(]$/.test(tokens[run.to]?.text ?? '')) return
  for (let index = run.to + 1; index < run.to + farthestRole; index++) {
    const token = tokens[index]
    if (token === undefined || token.paragraph !== paragraph) break
    if (token.kind === 'sign' && token.text !== '-') break
    if ((lexicon.flags(token.lower) & Flag.speech) !== 0 && (lexicon.flags(token.lower) & Flag.person) === 0)
      break
    add(token)
  }
}

/** "гендиректор Apple": a lone word in another script is no person's name. */
function isForeign(token: Token | undefined, lexicon: Lexicon): boolean {
  return (
    token !== undefined &&
    (lexicon.language === 'ru' || lexicon.language === 'uk') &&
    /^\p{Script=Latin}/u.test(token.text)
  )
}
