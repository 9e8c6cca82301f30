import { fromCodePointRange } from '#shared/anchoring/selectors.ts'
import { languageSchema } from '#shared/domain/common.ts'
import { escapeMarkdown } from '../../comment-to-markdown.ts'
import { stripTags } from '../../../capture/strip-tags.ts'
import type { BundledArticle, BundledLink, BundledQuote, BundledTranslation } from '../bundle.ts'
import { hasEnding, parseJson, readText, textOfHead, unreadable } from '../clips/chosen-file.ts'
import type { Reader } from '../reader.ts'
import { type Collector, createCollector, ownId } from './collector.ts'
import {
  articleOfFacts,
  checked,
  type Facts,
  known,
  linkOfFacts,
  momentOf,
  ownWords,
  quoteOfFacts,
} from './facts.ts'
import { collectOwnParts } from './own-parts.ts'
import { joinedNotes, plainToMarkdown } from './plain-notes.ts'
import { isJson, type Json, listOf, passageOf, textOf } from './selectors.ts'

/**
 * Annotations of the W3C model as JSON-LD: one, a list, a page or a collection. Each target with a selector is a quote; one without is
 * a note on its article. Tags are topics, linked by whoever made the annotation. A reply stands under what it answers, with its maker
 * and day. A page of ours also brings its articles with their texts, and everything by its id.
 */
export const webAnnotation: Reader = {
  recognises: ({ path, isFolder, head }) =>
    !isFolder &&
    hasEnding(path, '.json', '.jsonld') &&
    textOfHead(head).includes('://www.w3.org/ns/anno.jsonld'),
  async read({ path }, signal) {
    const json = parseJson(await readText(path))
    const parts = createCollector()
    const articles = createArticles(parts)
    if (isJson(json)) readOurs(json, parts, articles)
    const noted = new Map<string, Noted>()
    const replies: Json[] = []
    let number = 0
    for (const annotation of annotationsIn(json, parts)) {
      signal?.throwIfAborted()
      number++
      if (listOf(annotation['motivation']).includes('replying')) replies.push(annotation)
      else readAnnotation(annotation, number, parts, articles, noted)
    }
    readReplies(replies, parts, noted)
    if (number === 0 && parts.bundle.articles.length === 0) throw unreadable('The file has no annotation.')
    return parts.bundle
  },
}

interface Articles {
  bySource(address: string): BundledArticle
  byRevision(id: string): BundledArticle | undefined
  add(revision: string, article: BundledArticle): void
  /** A key that no other quote has; two annotations may have one id. */
  quoteKey(wanted: string, number: number): string
}

function createArticles(parts: Collector): Articles {
  const sources = new Map<string, BundledArticle>()
  const revisions = new Map<string, BundledArticle>()
  const quoteKeys = new Set<string>()
  return {
    byRevision: (id) => revisions.get(id),
    quoteKey(wanted, number) {
      const key = quoteKeys.has(wanted) ? `${wanted} ${number}` : wanted
      quoteKeys.add(key)
      return key
    },
    add(revision, article) {
      if (revisions.has(revision)) return
      parts.addArticle(article)
      revisions.set(revision, article)
    },
    bySource(address) {
      const [url = ''] = address.split('#')
      const before = sources.get(url)
      if (before !== undefined) return before
      const article: BundledArticle = {
        key: `source ${sources.size + 1}`,
        ...(/^https?:/i.test(url) ? { url } : { title: url }),
        source: { kind: 'none' },
        quotes: [],
      }
      sources.set(url, article)
      parts.addArticle(article)
      return article
    },
  }
}

function readOurs(page: Json, parts: Collector, articles: Articles): void {
  const ours = listOf(page['memoire:parts']).filter(isJson)
  collectOwnParts(
    ours.map(({ kind, id, facts }) => ({ kind, id, facts })),
    parts,
  )
  for (const entry of listOf(page['memoire:articles']).filter(isJson)) {
    const { note, text, ...rest } = entry
    const facts = wordsIn(rest)
    const key = facts['revision'] ?? ''
    articles.add(key, {
      key,
      ...articleOfFacts(facts, parts),
      ...known({ note: textOf(note) }),
      source: { kind: 'text', text: textOf(text) },
      quotes: [],
    })
  }
}

/** The annotations of a file; those that are elsewhere are told. */
function* annotationsIn(json: unknown, parts: Collector, depth = 0): Generator<Json> {
  for (const one of listOf(json)) {
    if (typeof one === 'string') parts.leaveOut('annotation elsewhere', one)
    if (!isJson(one) || depth > 3) continue
    const types = listOf(one['type'])
    if (types.includes('AnnotationPage')) {
      yield* annotationsIn(one['items'], parts, depth + 1)
      for (const next of listOf(one['next'])) yield* annotationsIn(next, parts, depth + 1)
    } else if (types.includes('AnnotationCollection'))
      yield* annotationsIn(one['first'] ?? one['items'], parts, depth + 1)
    else if (types.includes('Annotation')) yield one
  }
}

interface Bodies {
  notes: string[]
  links: BundledLink[]
  translations: BundledTranslation[]
}

/** What a reply may stand under. */
type Noted = Pick<BundledArticle | BundledQuote, 'note'>

/** Replies stand under what they answer, replies to them below; what answers nothing that is here is told. */
function readReplies(replies: readonly Json[], parts: Collector, noted: ReadonlyMap<string, Noted>): void {
  const answers = Map.groupBy(replies, (reply) => {
    const [target] = targetsOf(reply)
    return isJson(target) ? addressOf(target['source'] ?? target['id']) : textOf(target)
  })
  const threads = [...noted]
  for (const [id, answered] of threads) {
    for (const reply of answers.get(id) ?? []) {
      const said = joinedNotes(bodiesOf(reply, textOf(reply['id']), parts).notes)
      threads.push([textOf(reply['id']), answered])
      if (said === undefined) {
        parts.leaveOut('reply', textOf(reply['id']))
        continue
      }
      const by = [makerOf(reply), momentOf(textOf(reply['created']))?.slice(0, 10)].filter(Boolean).join(', ')
      const note = joinedNotes([answered.note, by === '' ? said : `${escapeMarkdown(by)}: ${said}`])
      if (note !== undefined) answered.note = note
    }
    answers.delete(id)
  }
  for (const reply of [...answers.values()].flat()) parts.leaveOut('reply', textOf(reply['id']))
}

/** The name of whoever made an annotation or a body; a bare address is none. */
function makerOf(made: Json): string | undefined {
  for (const creator of listOf(made['creator']))
    if (isJson(creator)) {
      const name = [creator['name'], creator['nickname'], creator['account']]
        .flatMap(listOf)
        .map(textOf)
        .find(Boolean)
      if (name !== undefined) return name
    }
  return undefined
}

/** Targets one by one, also where the model groups them. */
function targetsOf(annotation: Json): unknown[] {
  return listOf(annotation['target']).flatMap((target) =>
    isJson(target) && target['source'] === undefined && 'items' in target
      ? listOf(target['items'])
      : [target],
  )
}

function readAnnotation(
  annotation: Json,
  number: number,
  parts: Collector,
  articles: Articles,
  noted: Map<string, Noted>,
): void {
  const name = textOf(annotation['id']) || `annotation ${number}`
  const facts = factsOf(annotation)
  // A note that our list of articles has already.
  if (facts['note_on'] !== undefined && articles.byRevision(facts['revision'] ?? '') !== undefined) return
  const own = name.replace(/^urn:uuid:/, '')
  for (const [index, target] of targetsOf(annotation).entries()) {
    const key = index === 0 ? own : `${own} ${index + 1}`
    const { notes, links, translations } = bodiesOf(annotation, key, parts)
    const source = isJson(target) ? addressOf(target['source'] ?? target['id']) : textOf(target)
    const article = articles.byRevision(facts['revision'] ?? '') ?? articles.bySource(source)
    if (!isJson(target) || target['selector'] === undefined) {
      const note = joinedNotes([article.note, ...notes])
      if (note !== undefined) article.note = note
      if (!noted.has(name)) noted.set(name, article)
      if (links.length > 0) parts.leaveOut('tag of a whole article', name)
      continue
    }
    const passage = placed(passageOf(target['selector']), article)
    if (passage === null) {
      parts.leaveOut('passage without its words', name)
      continue
    }
    const quote: BundledQuote = {
      key: articles.quoteKey(key, number),
      ...(index === 0 ? ownId(own) : {}),
      ...passage,
      ...quoteOfFacts(facts, parts),
      exact: ownWords(facts) ?? passage.exact,
      ...known({ createdAt: momentOf(textOf(annotation['created'])), note: joinedNotes(notes) }),
      links,
      translations,
    }
    article.quotes.push(quote)
    if (!noted.has(name)) noted.set(name, quote)
  }
}

type Placed = Pick<BundledQuote, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>

/** In a text of ours at its UTF-16 offsets, where the text has the words there; else by its words. */
function placed(
  { exact, prefix, suffix, start, end }: ReturnType<typeof passageOf>,
  { source }: BundledArticle,
): Placed | null {
  if (source.kind === 'text' && start !== undefined && end !== undefined) {
    const place = fromCodePointRange(source.text, { start, end })
    const words = source.text.slice(place.start, place.end)
    if (words !== '' && (exact === undefined || exact === words)) return { exact: words, ...place }
  }
  return exact === undefined
    ? null
    : { exact, ...known({ prefix, suffix }), ...(source.kind === 'none' ? known({ start, end }) : {}) }
}

function bodiesOf(annotation: Json, key: string, parts: Collector): Bodies {
  const bodies: Bodies = { notes: [], links: [], translations: [] }
  const motivations = listOf(annotation['motivation'])
  if (typeof annotation['bodyValue'] === 'string')
    bodies.notes.push(plainToMarkdown(textOf(annotation['bodyValue'])))
  for (const body of listOf(annotation['body']).flatMap((one) =>
    isJson(one) && 'items' in one ? listOf(one['items']) : one,
  )) {
    if (typeof body === 'string') bodies.notes.push(plainToMarkdown(textOf(body)))
    if (!isJson(body)) continue
    const facts = factsOf(body)
    const purposes = body['purpose'] === undefined ? motivations : listOf(body['purpose'])
    const value = textOf(body['value']) || addressOf(body['source'] ?? body['id'])
    const lang = checked(languageSchema, textOf(body['language']).slice(0, 2))
    if (value === '') continue
    if (facts['translation'] !== undefined && lang !== undefined)
      bodies.translations.push({
        key: facts['translation'],
        ...ownId(facts['translation']),
        lang: checked(languageSchema, body['language']) ?? lang,
        text: value,
        ...known({
          translator: facts['translator'],
          authoritative: facts['authoritative'] === 'yes' ? true : undefined,
        }),
      })
    else if (purposes.includes('tagging')) {
      const own = facts['link'] ?? `${key} tag ${bodies.links.length + 1}`
      const link = linkOfFacts(
        facts['topic'] === undefined ? {} : facts,
        parts,
        facts['topic'] === undefined ? parts.topic([value]) : undefined,
      )
      const maker = facts['topic'] === undefined ? (makerOf(body) ?? makerOf(annotation)) : undefined
      bodies.links.push({
        ...link,
        ...known({ coderKey: maker && parts.coder(maker) }),
        key: own,
        ...ownId(own),
      })
    } else bodies.notes.push(markdownOf(value, textOf(body['format'])))
  }
  return bodies
}

function markdownOf(value: string, format: string): string {
  if (format === 'text/markdown') return value
  return plainToMarkdown(format === 'text/html' ? stripTags(value) : value)
}

function addressOf(source: unknown): string {
  return isJson(source) ? textOf(source['id']) : textOf(source)
}

/** What stands under our own prefix. */
function factsOf(json: Json): Facts {
  return wordsIn(
    Object.fromEntries(
      Object.entries(json).flatMap(([name, value]) =>
        name.startsWith('memoire:') ? [[name.slice(8), value]] : [],
      ),
    ),
  )
}

function wordsIn(json: Json): Facts {
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.toWellFormed()]] : [],
    ),
  )
}
