import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CitationStyle } from '#shared/domain/citation.ts'
import { AppError } from '#shared/util/app-error.ts'
import { resourcesFolder } from '../../../resources-folder.ts'
import { readStyle } from './read-style.ts'

const extension = '.csl'

let shipped: readonly CitationStyle[] | undefined

/** The styles that come with the program, by their titles. */
export function shippedStyles(): readonly CitationStyle[] {
  shipped ??= readdirSync(folderOf('styles'))
    .filter((name) => name.endsWith(extension))
    .map((name) => name.slice(0, -extension.length))
    .map((id): CitationStyle => {
      const { title, kind, lang } = readStyle(shippedStyleXml(id))
      return { id, title, kind, lang, addedId: null }
    })
    .sort((one, other) => one.title.localeCompare(other.title, 'en'))
  return shipped
}

/** @throws AppError `no-such-style` */
export function shippedStyleXml(id: string): string {
  try {
    return readFileSync(join(folderOf('styles'), `${id}${extension}`), 'utf8')
  } catch (error) {
    throw new AppError('no-such-style', `There is no citation style “${id}”.`, undefined, { cause: error })
  }
}

/** The locale of a language tag, or of its language, or English. */
export function localeXml(tag: string): string {
  const folder = folderOf('locales')
  const names = readdirSync(folder)
  const language = tag.split('-')[0] ?? ''
  const name =
    names.find((file) => file === `locales-${tag}.xml`) ??
    names.find((file) => file.startsWith(`locales-${language}-`)) ??
    'locales-en-US.xml'
  return readFileSync(join(folder, name), 'utf8')
}

function folderOf(kind: 'styles' | 'locales'): string {
  return join(resourcesFolder(), 'citations', kind)
}
