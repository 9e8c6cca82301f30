import type { Evidence } from '../evidence.ts'
import type { Output } from '../output.ts'
import { type CslItem, type CslName, cslItemOf } from './csl-item.ts'
import type { Format, Written } from './format.ts'
import { writeJsonList } from './json-list.ts'

/** The articles as sources; quotes are no part of a bibliography, and are counted as none. */
export const cslJson: Format = {
  kind: 'file',
  write(evidence, output) {
    let articles = 0
    function* items() {
      for (const { article } of evidence.articles()) {
        articles++
        yield cslItemOf(article)
      }
    }
    writeJsonList(output, items())
    output.write('\n')
    return { articles, quotes: 0 }
  },
}

export const bibtex: Format = {
  kind: 'file',
  write: (evidence, output) => writeEach(evidence, output, bibtexOf),
}

export const ris: Format = { kind: 'file', write: (evidence, output) => writeEach(evidence, output, risOf) }

function writeEach(evidence: Evidence, output: Output, textOf: (item: CslItem) => string): Written {
  let articles = 0
  for (const { article } of evidence.articles()) {
    articles++
    output.write(textOf(cslItemOf(article)))
  }
  return { articles, quotes: 0 }
}

/** BibTeX as biblatex reads it: UTF-8, a piece of a newspaper as `@article`, for `@online` has no place for the outlet. */
function bibtexOf(item: CslItem): string {
  const fields = [
    ['title', `{${bibtexText(item.title)}}`],
    ['author', item.author?.map(bibtexName).join(' and ')],
    ['journaltitle', bibtexText(item['container-title'] ?? '')],
    ['entrysubtype', item.type === 'article-newspaper' ? 'newspaper' : undefined],
    ['date', dayOf(item.issued)],
    ['url', item.URL?.replaceAll(/[{}\\]/g, encodeURIComponent)],
    ['urldate', dayOf(item.accessed)],
    ['langid', item.language],
  ].filter(([, value]) => value !== undefined && value !== '')
  const online = item.URL === undefined ? 'misc' : 'online'
  return `@${item.type === 'webpage' ? online : 'article'}{${item.id},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n\n`
}

const bibtexSigns: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function bibtexText(text: string): string {
  return text.replaceAll(/[\\~^]|[&%$#_{}]/g, (sign) => bibtexSigns[sign] ?? `\\${sign}`)
}

function bibtexName({ family, given, literal }: CslName): string {
  if (literal !== undefined) return `{${bibtexText(literal)}}`
  return `${bibtexText(family ?? '')}, ${bibtexText(given ?? '')}`
}

/** RIS (https://en.wikipedia.org/wiki/RIS_(file_format)), lines ended by CRLF. */
function risOf(item: CslItem): string {
  const lines = [
    ['TY', item.type === 'webpage' ? 'ELEC' : 'NEWS'],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map(({ family, given, literal }) => ['AU', literal ?? `${family}, ${given}`]),
    ['T2', item['container-title']],
    ['PY', item.issued?.['date-parts'][0][0]],
    ['DA', risDate(item.issued)],
    ['UR', item.URL],
    ['Y2', risDate(item.accessed)],
    ['LA', item.language],
    ['ER', ''],
  ].filter(([, value]) => value !== undefined)
  return lines
    .map(([tag, value]) => `${tag}  - ${String(value).replaceAll(/\s*[\r\n]+\s*/g, ' ')}\r\n`)
    .join('')
}

/** Year, month and day, each ended by a stroke, also where it is not known. */
function risDate(date: CslItem['issued']): string | undefined {
  const [year, month = '', day = ''] = dayOf(date)?.split('-') ?? []
  return year === undefined ? undefined : `${year}/${month}/${day}/`
}

function dayOf(date: CslItem['issued']): string | undefined {
  return date?.['date-parts'][0].map((part) => String(part).padStart(2, '0')).join('-')
}
