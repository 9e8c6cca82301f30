import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Evidence, ExportedArticle, ExportedQuote } from '../evidence.ts'
import { quoteFacts, quoteName } from '../quote-facts.ts'
import { createFileNames } from './file-names.ts'
import type { Format } from './format.ts'
import {
  blockId,
  escapeLine,
  escapeText,
  frontMatter,
  linkTo,
  type PageNames,
  quoteBlock,
} from './markdown-parts.ts'

interface Mention {
  /** The page and block a link leads to. */
  target: string
  line: string
}

/**
 * A folder for Obsidian or Logseq: a page an article with its quotes, a page a topic, an actor and a round, all linked. Each quote
 * is a block with an id of its own, so that it can be embedded.
 */
export const markdownFolder: Format = {
  kind: 'folder',
  write(evidence, folder, losses) {
    const pages = pageNames(evidence)
    const byTopic = new Map<string, Mention[]>()
    const byActor = new Map<string, Mention[]>()
    const byRound = new Map<string, Mention[]>()
    for (const name of ['Articles', 'Topics', 'Actors', 'Rounds']) mkdirSync(join(folder, name))
    let articles = 0
    let quotes = 0
    for (const exported of evidence.articles()) {
      const { article, note, sources } = exported
      const page = pages.article(article.id, article.title)
      const written: string[] = [frontMatterOf(exported, pages), `# ${escapeLine(article.title)}\n`]
      if (note !== null) written.push(`${note}\n`)
      for (const { revision, quotes: standing } of sources) {
        for (const quote of standing) {
          quotes++
          if (revision.id !== article.currentRevisionId)
            losses.add('quote-of-older-revision', quoteName(quote))
          written.push(quoteBlock(quote, evidence, pages))
          const mention = mentionOf(quote, evidence, page)
          for (const { topicId, stance } of quote.links)
            push(byTopic, topicId, { ...mention, line: `**${stance}** ${mention.line}` })
          if (quote.speakerId !== null) push(byActor, quote.speakerId, mention)
          if (quote.roundId !== null) push(byRound, quote.roundId, mention)
        }
      }
      writePage(folder, page, written)
      articles++
    }
    for (const topic of evidence.topics) {
      writePage(folder, pages.topic(topic.id), [
        frontMatter({ kind: 'topic', id: topic.id, status: topic.status, aliases: topic.aliases }),
        `# ${escapeLine(topic.name)}\n`,
        ...(topic.parentId === null ? [] : [`Below ${linkTo(pages.topic(topic.parentId))}\n`]),
        ...paragraph(topic.description),
        ...mentions(byTopic.get(topic.id)),
      ])
    }
    for (const actor of evidence.actors) {
      const group = evidence.actor(actor.memberOfId)
      writePage(folder, pages.actor(actor.id), [
        frontMatter({ kind: actor.kind, id: actor.id, aliases: actor.aliases }),
        `# ${escapeLine(actor.name)}\n`,
        ...(group === undefined ? [] : [`Member of ${linkTo(pages.actor(group.id))}\n`]),
        ...paragraph(actor.description),
        ...mentions(byActor.get(actor.id)),
      ])
    }
    for (const { id, name, fromOn, untilOn, place, note, participantIds, agendaIds } of evidence.rounds) {
      writePage(folder, pages.round(id), [
        frontMatter({ kind: 'round', id, from: fromOn, until: untilOn, place }),
        `# ${escapeLine(name)}\n`,
        ...listOf('With', participantIds.filter(evidence.actor).map(pages.actor)),
        ...listOf('On', agendaIds.filter(evidence.topic).map(pages.topic)),
        ...paragraph(note),
        ...mentions(byRound.get(id)),
      ])
    }
    return { articles, quotes }
  },
}

/** Every page has its own name, whatever two titles have in common. */
function pageNames(evidence: Evidence): PageNames {
  const names = createFileNames()
  const pagesOf = (folder: string, rows: readonly { id: string; name: string }[]) => {
    const pages = new Map(rows.map(({ id, name }) => [id, `${folder}/${names.take(folder, name)}`]))
    return (id: string) => pages.get(id) ?? id
  }
  return {
    topic: pagesOf(
      'Topics',
      evidence.topics.map(({ id, path }) => ({ id, name: path.join(' - ') })),
    ),
    actor: pagesOf('Actors', evidence.actors),
    round: pagesOf('Rounds', evidence.rounds),
    article: (_, title) => `Articles/${names.take('Articles', title)}`,
  }
}

function frontMatterOf({ article, roundId }: ExportedArticle, pages: PageNames): string {
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
    round: roundId === null ? null : linkTo(pages.round(roundId)),
  })
}

function paragraph(text: string): string[] {
  return text === '' ? [] : [`${escapeText(text)}\n`]
}

function listOf(what: string, pages: readonly string[]): string[] {
  return pages.length === 0 ? [] : [`${what} ${pages.map((page) => linkTo(page)).join(', ')}\n`]
}

function mentionOf(quote: ExportedQuote, evidence: Evidence, page: string): Mention {
  const { speaker = '', said_on: saidOn = '' } = quoteFacts(quote, evidence)
  const line = [escapeLine(speaker), saidOn].filter((part) => part !== '').join(', ')
  return { target: `${page}#^${blockId(quote)}`, line }
}

function mentions(found: readonly Mention[] = []): string[] {
  return found.map(({ target, line }) => `${line}\n\n![[${target}]]\n`)
}

function writePage(folder: string, page: string, parts: readonly string[]): void {
  writeFileSync(join(folder, `${page}.md`), parts.join('\n'), { mode: 0o600, flag: 'wx' })
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
