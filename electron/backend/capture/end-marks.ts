import { isSubstantial, type TextBlock } from './text-blocks.ts'

/** What a page says where it stops to show the article to those who do not pay. */
const wall =
  /(?:il vous reste \d[\d.,]*\s?%|(?:la suite|cet article) est réservée? aux abonnés|(?:article|contenu) réservé aux abonnés|(?:subscrib|sign (?:in|up)|log ?in|regist|account|trial)\w*\b.{0,60}\b(?:to (?:continue|keep) reading|to read (?:on|more|the))|(?:this|the full) (?:article|story|content) is (?:for|available to|reserved for|exclusive(?:ly)? (?:for|to)) (?:our )?(?:paying )?(?:subscribers|members)|subscribe (?:now )?to (?:read|unlock|access)|weiterlesen mit\b.{0,40}(?:abo|\+|plus)|(?:abo|registrier|anmeld)\S*\b.{0,60}\bweiter(?:zu)?lesen|exklusiv für abonnent|sie haben bereits ein abo|(?:contenido|artículo|noticia) (?:exclusiv[oa]|reservad[oa]) (?:para|a) (?:los )?(?:suscriptores|socios)|suscríbete para (?:seguir|continuar)|articolo riservato agli abbonati|(?:dalsza|pełna) (?:część|treść) .{0,40}(?:subskryb|prenumerat)|(?:полн(?:ый|ая)|весь) (?:текст|стат).{0,40}подписчик|(?:повн(?:ий|а)|весь) (?:текст|стат).{0,40}(?:передплатник|підписник))/iu

/** A line that claims the rights in the article, as the last thing said of it. */
const rights =
  /^(?:©|\(c\)\s*\d{4}|copyright\b)|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|все права защищены|(?:усі|всі) права захищен[оі])/iu

const longestMark = 60
const leastBefore = 80

/**
 * Where the article ends though the page goes on: at a wall before the rest of it, which covers much of what is there, or at
 * the line of rights after all of it. Answers the mark and everything after; nothing where too little stands before it.
 */
export function afterEndMark(blocks: readonly TextBlock[]): TextBlock[] {
  const total = blocks.filter(isSubstantial).reduce((sum, { words }) => sum + words, 0)
  let before = 0
  for (const [index, block] of blocks.entries()) {
    const isShort = block.words <= longestMark
    const isWall = isShort && wall.test(block.text) && before >= total * 0.4
    const isRights = isShort && rights.test(block.text) && before >= total * 0.6
    if ((isWall || isRights) && before >= leastBefore) return blocks.slice(index)
    if (isSubstantial(block)) before += block.words
  }
  return []
}
