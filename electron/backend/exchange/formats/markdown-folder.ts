import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { escapeMarkdown } from '../comment-to-markdown.ts'
import type { Evidence, ExportedArticle, ExportedQuote } from '../evidence.ts'
import { linkFacts, quoteFacts } from '../quote-facts.ts'
import { createFileNames } from './file-names.ts'
import type { Format } from './format.ts'

interface Mention {
  /** The page and block a link leads to. */
  target: string
  line: string
}

/**
 * A folder for Obsidian or Logseq: a page an article with its quotes, a page a topic, a page an actor, all linked. Each quote
 * is a block with an id of its own, so that it can be embedded.
 */
export const markdownFolder: Format = {
  kind: 'folder',
  write(evidence, folder) {
    const pages = pageNames(evidence)
    const byTopic = new Map<string, Mention[]>()
    const byActor = new Map<string, Mention[]>()
    for (const name of ['Articles', 'Topics', 'Actors']) mkdirSync(join(folder, name))
    let articles = 0
    let quotes = 0
    for (const article of evidence.articles()) {
      const page = pages.article(article.article.id, article.article.title)
      const written: string[] = [frontMatterOf(article), `# ${escapeMarkdown(article.article.title)}\n`]
      if (article.note !== null) written.push(`${article.note}\n`)
      for (const source of article.sources) {
        for (const quote of source.quotes) {
          quotes++
          written.push(quoteBlock(quote, evidence, pages))
          const mention = mentionOf(quote, evidence, page)
          for (const { topicId, stance } of quote.links)
            push(byTopic, topicId, { ...mention, line: `**${stance}** ${mention.line}` })
          if (quote.speakerId !== null) push(byActor, quote.speakerId, mention)
        }
      }
      writePage(folder, page, written.join('\n'))
      articles++
    }
    for (const topic of evidence.topics) {
      const parent = topic.parentId === null ? undefined : pages.topic(topic.parentId)
      const head = [
        frontMatter({ kind: 'topic', id: topic.id, status: topic.status, aliases: topic.aliases }),
        `# ${escapeMarkdown(topic.name)}\n`,
        ...(parent === undefined ? [] : [`Below [[${parent}]]\n`]),
        ...(topic.description === '' ? [] : [`${escapeMarkdown(topic.description)}\n`]),
      ]
      writePage(folder, pages.topic(topic.id), [...head, ...mentions(byTopic.get(topic.id))].join('\n'))
    }
    for (const actor of evidence.actors) {
      const group = evidence.actor(actor.memberOfId)
      const head = [
        frontMatter({ kind: actor.kind, id: actor.id, aliases: actor.aliases }),
        `# ${escapeMarkdown(actor.name)}\n`,
        ...(group === undefined ? [] : [`Member of [[${pages.actor(group.id)}]]\n`]),
        ...(actor.description === '' ? [] : [`${escapeMarkdown(actor.description)}\n`]),
      ]
      writePage(folder, pages.actor(actor.id), [...head, ...mentions(byActor.get(actor.id))].join('\n'))
    }
    return { articles, quotes }
  },
}

interface PageNames {
  topic(id: string): string
  actor(id: string): string
  article(id: string, title: string): string
}

/** Every page has its own name, whatever two titles have in common. */
function pageNames(evidence: Evidence): PageNames {
  const names = createFileNames()
  const topics = new Map(
    evidence.topics.map(({ id, path }) => [id, `Topics/${names.take('Topics', path.join(' - '))}`]),
  )
  const actors = new Map(evidence.actors.map(({ id, name }) => [id, `Actors/${names.take('Actors', name)}`]))
  return {
    topic: (id) => topics.get(id) ?? id,
    actor: (id) => actors.get(id) ?? id,
    article: (_, title) => `Articles/${names.take('Articles', title)}`,
  }
}

function frontMatterOf({ article }: ExportedArticle): string {
  const { id, url, outlet, byline, lang, publishedAt, clippedAt, status } = article
  return frontMatter({
    kind: 'article',
    id,
    url,
    outlet,
    byline,
    lang,
    published: publishedAt,
    clipped: clippedAt,
    status,
  })
}

/** YAML; a JSON string is a YAML string. */
function frontMatter(facts: Record<string, string | readonly string[] | null>): string {
  const lines = Object.entries(facts)
    .filter(([, value]) => value !== null && value.length > 0)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n`
}

function quoteBlock(quote: ExportedQuote, evidence: Evidence, pages: PageNames): string {
  const { speaker, said_on: saidOn, ...facts } = quoteFacts(quote, evidence)
  const words = quote.exact.split(/\n+/).map((line) => `> ${escapeMarkdown(line)}`)
  const by =
    quote.speakerId === null || speaker === undefined ? '' : `[[${pages.actor(quote.speakerId)}|${speaker}]]`
  const attribution = [by, saidOn ?? ''].filter((part) => part !== '').join(', ')
  const block = [...words, ...(attribution === '' ? [] : ['>', `> — ${attribution}`])].join('\n')
  const details = [
    ...quote.links.map((link) => {
      const { topic: _, stance, ...rest } = linkFacts(link, evidence)
      return `- [[${pages.topic(link.topicId)}]]: ${stance}${inBrackets(rest)}`
    }),
    ...Object.entries(facts)
      .filter(([name]) => name !== 'utterance')
      .map(([name, value]) => `- ${name.replaceAll('_', ' ')}: ${escapeMarkdown(value)}`),
  ].join('\n')
  const parts = [block, `^${blockId(quote)}`, details, quote.note ?? '']
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function inBrackets(facts: Record<string, string>): string {
  const words = Object.entries(facts).map(
    ([name, value]) => `${name.replaceAll('_', ' ')} ${escapeMarkdown(value)}`,
  )
  return words.length === 0 ? '' : ` (${words.join('; ')})`
}

function mentionOf(quote: ExportedQuote, evidence: Evidence, page: string): Mention {
  const { speaker, said_on: saidOn } = quoteFacts(quote, evidence)
  return { target: `${page}#^${blockId(quote)}`, line: [speaker, saidOn].filter(Boolean).join(', ') }
}

function mentions(found: readonly Mention[] = []): string[] {
  return found.map(({ target, line }) => `${line}\n\n![[${target}]]\n`)
}

function blockId({ id }: ExportedQuote): string {
  return `q-${id}`
}

function writePage(folder: string, page: string, text: string): void {
  writeFileSync(join(folder, `${page}.md`), text, { mode: 0o600, flag: 'wx' })
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
