import { parseFragment } from 'parse5'
import { comparableText } from './page-dom.ts'

const mostAuthors = 20
const longestName = 80

const lead =
  /^\s*(?:(?:written|reported|posted|story|text|words|interview|analysis|opinion|photos?|video)\s+)?(?:by|von|par|por|di|da|door|av|af|przez|od|автор(?:ка|и|ы)?|autor(?:in|en|ka|es|i|zy)?|auteurs?|autore|authors?|author\(s\)|text|texte|tekst|текст|writer|redaktion)(?::\s*|\s+)/iu
const separators =
  /\s*[;|•·]\s*|\s*,\s*|\s+(?:and|und|et|y|e|og|och|en|i|та|и|і|&|with|mit|avec|con)\s+|\s*[/、，]\s*/iu
const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\p{L}+/giu
const trailing = /\s*(?:\||[-–—]\s|\(|,\s*(?:in|aus|à|en|для)\s|\son\s\p{Lu}).*$/u

function decodeEntities(text: string): string {
  if (!/&[#\w]/.test(text)) return text
  const [node] = parseFragment(text.replaceAll('<', '&lt;')).childNodes
  return node !== undefined && 'value' in node ? node.value : text
}

/** One line of text out of a metadata value: entities decoded, tags and repeated white space removed. */
export function plainLine(text: string): string {
  return decodeEntities(decodeEntities(text).replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > longestName) return false
  if (/https?:|www\.|@|[<>{}=]|\d{3,}/i.test(name) || !/\p{L}/u.test(name)) return false
  // One bracket without the other is a piece of something longer that was cut in two.
  if (name.includes('(') !== name.includes(')')) return false
  return name.split(' ').length <= 7
}

/** A single name without "By", a role or a place behind it; undefined for addresses and other things that are no name. */
export function cleanName(text: string): string | undefined {
  const name = plainLine(text)
    .replace(lead, '')
    .replace(trailing, '')
    .replace(/^[\s,:;.·–—-]+|[\s,:;·–—-]+$/gu, '')
  return isName(name) ? name : undefined
}

/** The names in a written byline ("By Ann Lee and Bo Katz | Reuters"), each once, in order. */
export function namesInByline(byline: string): string[] {
  const line = plainLine(byline).replace(address, ' ').trim().replace(lead, '')
  return uniqueNames(line.split(separators).map(cleanName))
}

/** Drops what is no name and what was named before, whatever the case; `a` is left out where `a b` stands too. */
export function uniqueNames(names: readonly (string | undefined)[]): string[] {
  const seen = new Set<string>()
  return names
    .filter((name) => name !== undefined)
    .filter((name) => {
      const key = comparableText(name)
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
    .slice(0, mostAuthors)
}
