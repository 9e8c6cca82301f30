import type { StemLanguage } from './stem.ts'

/**
 * The words that hold sentences together, folded. They get no stem: in a search they would meet nearly every text and rank
 * none. They are still in the index as words, so that phrases with them are found.
 */
const lists: Record<StemLanguage, string> = {
  en:
    'a about after all also an and any are as at be been but by can could did do does for from had has have he her his how ' +
    'i if in into is it its just may more most no not of on one only or other our out over she so some such than that the ' +
    'their them then there these they this to up was we were what when where which who will with would you your',
  fr:
    'a ai ainsi apres au aussi autre aux avait avant avec avoir c ce cela ces cet cette comme d dans de des dont du elle en ' +
    'entre est et ete etre eu fait il ils j je l la le les leur leurs lors lui m mais me meme n ne nous on ont ou par pas ' +
    'plus pour qu que qui s sa sans se ses si son sont sous sur t tout tous toute tres un une vers vous y',
  de:
    'aber als am an auch auf aus bei bis da dann das dass dem den der des die dies diese diesem diesen dieser doch durch ein ' +
    'eine einem einen einer eines er es fur habe haben hat hatte hatten ich ihm ihn ihr ihre im in ist ja kann kein konnen ' +
    'man mehr mit nach nicht noch nun nur ob oder sein seine sich sie sind so soll uber um und uns unter vom von vor war ' +
    'waren was wenn werden wie wir wird wo worden wurde wurden zu zum zur',
  uk:
    'а аби або адже але б без був була були було бути в вже ви вид від він вона вони воно все всі де для до є ж за з зі із і ' +
    'й його йому її їй їм їх ким ми між може на над не ні но об однак під по при про раз с сам свої своїх себе та так також ' +
    'такий там те ти тим то тобто того той тому тут у усі хто це цей ці цього цьому цю ця через чи чим що щоб щодо як яка ' +
    'який яких якщо які якій якої',
  ru:
    'а без более бы был была были было быть в вам вас все всех вы где да для до его ее если есть еще же за и из или им их к ' +
    'как когда которые который кто ли между мы на над не него нее нет ни них но о об однако он она они оно от по под после ' +
    'при про с свои себя со так также такой там то того тоже той только том ты у уже чем что чтобы эта эти это этого этом ' +
    'этот я',
}

const sets = Object.fromEntries(
  Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]),
) as Record<StemLanguage, Set<string>>

/** Whether a folded word is one, in that language or in any. */
export function isStopWord(word: string, language?: StemLanguage): boolean {
  return language === undefined
    ? Object.values(sets).some((words) => words.has(word))
    : sets[language].has(word)
}
