import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseSampleArticle, type SampleTopic, sampleSchema } from '../shared/domain/sample.ts'
import { foldText } from '../shared/search/tokenize.ts'

const folder = new URL('../resources/sample/', import.meta.url)
const sample = sampleSchema.parse(JSON.parse(readFileSync(new URL('annotations.json', folder), 'utf8')))
const files = readdirSync(new URL('articles/', folder)).sort()
const articles = new Map(
  files.map((file) => [file, parseSampleArticle(readFileSync(new URL(`articles/${file}`, folder), 'utf8'))]),
)

/** The plain text that capture makes of the few Markdown forms the sample uses: paragraphs, headings, flat lists. */
function plainText(markdown: string): string {
  return markdown
    .split(/\n+/)
    .map((line) => line.replace(/^(?:#+|-) /, ''))
    .join('\n')
    .trim()
}

function topicPaths(topics: readonly SampleTopic[], above: readonly string[] = []): string[] {
  return topics.flatMap(({ name, children }) => [
    [...above, name].join(' > '),
    ...topicPaths(children, [...above, name]),
  ])
}

function occurrences(text: string, passage: string): number {
  return text.split(passage).length - 1
}

describe('the sample notebook', () => {
  it('lists every article file exactly once', () => {
    expect(sample.articles.map(({ file }) => file)).toEqual(files)
    expect(files).toHaveLength(8)
  })

  it('speaks the four languages of its readers, over five weeks, in the order of clipping', () => {
    const facts = [...articles.values()].map((article) => article.facts)
    expect(facts.map(({ lang }) => lang).sort()).toEqual(['en', 'en', 'en', 'en', 'fr', 'ru', 'uk', 'uk'])
    const moments = facts.map(({ published }) => Date.parse(published))
    expect(moments).toEqual([...moments].sort((one, other) => one - other))
    const days = (Math.max(...moments) - Math.min(...moments)) / 86_400_000
    expect(days).toBeGreaterThan(28)
    expect(days).toBeLessThan(36)
  })

  it('is fiction: every address in it ends in the reserved domain .example', () => {
    const everything = [...articles.values()].map(({ facts, markdown }) => facts.url + markdown).join('\n')
    const addresses = (everything + JSON.stringify(sample)).match(/https?:\/\/[^\s")]+/g) ?? []
    expect(addresses).toHaveLength(8)
    for (const address of addresses) expect(new URL(address).hostname).toMatch(/\.example$/)
  })

  it('holds articles of readable length', () => {
    for (const { markdown } of articles.values()) {
      const words = plainText(markdown).match(/[\p{L}\p{N}’-]+/gu) ?? []
      expect(words.length).toBeGreaterThan(250)
      expect(words.length).toBeLessThan(450)
    }
  })

  it.each(sample.quotes)('finds in $article exactly one "$exact"', ({ article, exact, prefix, suffix }) => {
    const text = plainText(articles.get(article)?.markdown ?? '')
    expect(occurrences(text, (prefix ?? '') + exact + (suffix ?? ''))).toBe(1)
    expect(exact).toBe(exact.trim())
  })

  it('names only topics and speakers that it defines, each of them once', () => {
    const paths = topicPaths(sample.topics)
    const names = sample.actors.map(({ name }) => name)
    expect(new Set(paths).size).toBe(paths.length)
    expect(new Set(names).size).toBe(names.length)
    for (const quote of sample.quotes) {
      if (quote.speaker !== null) expect(names).toContain(quote.speaker)
      for (const { topic } of quote.links) expect(paths).toContain(topic.join(' > '))
    }
  })

  it('uses every topic below a branch and lets positions shift', () => {
    const leaves = topicPaths(sample.topics).filter((path) => path.includes(' > '))
    const linked = sample.quotes.flatMap(({ links }) => links.map(({ topic }) => topic.join(' > ')))
    for (const leaf of leaves) expect(linked).toContain(leaf)
    const reveik = sample.quotes.filter(({ speaker }) => speaker === 'Tomas Reveik')
    expect(reveik.map(({ links }) => links[0]?.stance)).toEqual(['opposes', 'neutral', 'supports'])
  })

  it('makes members only of organisations and parties that stand earlier in the list', () => {
    sample.actors.forEach(({ memberOf }, index) => {
      if (memberOf === null) return
      const home = sample.actors.slice(0, index).find(({ name }) => name === memberOf)
      expect(home?.kind).toMatch(/^(organisation|party)$/)
    })
  })

  it('gives no two actors the same name or alias, as names are compared', () => {
    const all = sample.actors.flatMap(({ name, aliases }) => [...new Set([name, ...aliases].map(foldText))])
    expect(new Set(all).size).toBe(all.length)
  })

  it('attributes no quote to a day after its article was published', () => {
    for (const { article, saidOn } of sample.quotes) {
      const published = articles.get(article)?.facts.published ?? ''
      if (saidOn !== null) expect(saidOn <= published.slice(0, saidOn.length)).toBe(true)
    }
  })

  it('leaves the newest article in the inbox, unmarked, for the reader to try', () => {
    const waiting = sample.articles.filter(({ status }) => status === 'inbox').map(({ file }) => file)
    expect(waiting).toEqual([files.at(-1)])
    expect(sample.quotes.filter(({ article }) => article === waiting[0])).toEqual([])
  })
})
