import { namesInByline } from './author-names.ts'

/** Two to four capitalised words, or a short run of a script that has no capitals: how people are named. */
export function looksLikePerson(name: string): boolean {
  const words = name.split(' ')
  if (/[\d!?:"“”]/u.test(name)) return false
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,8}$/u.test(name))
    return true
  const capitals = words.filter((word) => /^(?:\p{Lu}|\p{Lo}|d['’]\p{Lu})/u.test(word)).length
  return words.length >= 2 && words.length <= 5 && capitals >= 2 && capitals >= words.length - 2
}

/** The names a written byline begins with: they end where its pieces stop to look like people. */
export function leadingPersons(text: string): string[] {
  const names = namesInByline(text)
  const end = names.findIndex((name) => !looksLikePerson(name))
  return end === -1 ? names : names.slice(0, end)
}
