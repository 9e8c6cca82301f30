import { escapeHtml } from '#shared/util/escape-html.ts'
import type { SavedQuote } from '../saved-links.ts'
import { momentOf } from '../times.ts'
import { fact, lineOf, noteOf, plainToMarkdown, wordsOf } from '../words.ts'
import { type Annotation, attachmentSchema, type Item } from './better-bibtex-schema.ts'
import type { Reference } from './reference.ts'

/** One item of Better BibTeX JSON, with what was marked in its files. */
export function referenceOf(item: Item, key: string, collections: ReadonlyMap<string, string[]>): Reference {
  const field = (...names: string[]) =>
    names
      .map((name) => item[name])
      .find((value): value is string => typeof value === 'string' && value !== '')
  const isAttachment = item.itemType === 'attachment'
  const attachments = [...(item.attachments ?? []), ...(isAttachment ? [attachmentSchema.parse(item)] : [])]
  return {
    key,
    type: item.itemType,
    title: field('title', 'subject', 'caseName', 'nameOfAct'),
    address: field('url'),
    doi: field('DOI'),
    outlet: field(
      'publicationTitle',
      'websiteTitle',
      'blogTitle',
      'forumTitle',
      'programTitle',
      'publisher',
      'institution',
    ),
    authors: authorsOf(item),
    published: field('date'),
    got: field('accessDate', 'dateAdded'),
    language: field('language'),
    abstract: field('abstractNote'),
    extra: field('extra'),
    notes: [...(item.notes ?? []), ...annotationsOf(item).flatMap(noteOfAnnotation)],
    tags: item.tags ?? [],
    collections: collections.get(String(item.itemID ?? '')) ?? collections.get(item.key ?? '') ?? [],
    files: attachments.map(({ title, path, localPath, url }) => ({
      title,
      path: path ?? localPath,
      address: url,
    })),
    quotes: annotationsOf(item).flatMap(quoteOf),
    details: [
      ['Volume', field('volume')],
      ['Issue', field('issue')],
      ['Pages', field('pages')],
      ['Place', field('place')],
      ['ISBN', field('ISBN')],
      ['ISSN', field('ISSN')],
      ['Citation key', field('citationKey', 'citekey')],
    ],
  }
}

function authorsOf({ creators }: Item): (string | undefined)[] {
  const all = creators ?? []
  const authors = all.filter(({ creatorType }) => creatorType === 'author')
  return (authors.length > 0 ? authors : all).map(
    ({ firstName, lastName, name }) => name ?? [firstName, lastName].filter(Boolean).join(' '),
  )
}

function annotationsOf({ attachments }: Item): Annotation[] {
  return (attachments ?? []).flatMap(({ annotations }) => annotations ?? [])
}

/** What was written on a page without marking words of it. */
function noteOfAnnotation(annotation: Annotation): string[] {
  const comment = wordsOf(annotation.annotationComment)
  if (wordsOf(annotation.annotationText) !== undefined || comment === undefined) return []
  const page = lineOf(annotation.annotationPageLabel, 20)
  return [
    `<p>${escapeHtml(page === undefined ? comment : `${comment} (p. ${page})`).replaceAll('\n', '<br>')}</p>`,
  ]
}

/** Pictures and lines drawn on a page, which have no words. */
export function drawingsOf(item: Item): string[] {
  return annotationsOf(item).flatMap(({ annotationType }) =>
    annotationType === 'image' || annotationType === 'ink' ? 'drawing' : [],
  )
}

function quoteOf(annotation: Annotation): SavedQuote[] {
  const exact = wordsOf(annotation.annotationText)
  if (exact === undefined) return []
  return [
    {
      exact,
      note: noteOf(
        plainToMarkdown(wordsOf(annotation.annotationComment)),
        fact('Page', annotation.annotationPageLabel),
        fact('Colour', annotation.annotationColor),
      ),
      tags: annotation.tags ?? [],
      createdAt: momentOf(annotation.dateAdded),
    },
  ]
}
