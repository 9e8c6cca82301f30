import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  parseSampleArticle,
  type SampleTopic,
  sampleCodingSchema,
  sampleNotebookSchema,
} from '../shared/domain/sample.ts'
import { foldText } from '../shared/search/tokenize.ts'

const folder = new URL('../resources/sample/', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8')
const filesIn = (path: string) => readdirSync(new URL(path, folder)).sort()
const sample = sampleNotebookSchema.parse(JSON.parse(read('notebook.json')))
const files = filesIn('articles/')
const codings = files.map((file) => ({
  file,
  ...parseSampleArticle(read(`articles/${file}`)),
  ...sampleCodingSchema.parse(JSON.parse(read(`coding/${file.replace('.md', '.json')}`))),
}))
const quotes = codings.flatMap(({ quotes, ...article }) => quotes.map((quote) => ({ ...article, ...quote })))
const actorNames = sample.actors.map(({ name }) => name)
const topicNames = namesOf(sample.topics)
const roundNames = sample.rounds.map(({ name }) => name)

function namesOf(topics: readonly SampleTopic[]): string[] {
  return topics.flatMap(({ name, children }) => [name, ...namesOf(children)])
}

/** The plain text that capture makes of the few Markdown forms the sample uses: paragraphs, headings, flat lists. */
function plainText(markdown: string): string {
  return markdown
    .split(/\n+/)
    .map((line) => line.replace(/^(?:#+|-) /, ''))
    .join('\n')
    .trim()
}

describe('the files of the sample notebook', () => {
  it('are forty articles with a coding each, and later captures only of articles that are there', () => {
    expect(files).toHaveLength(40)
    expect(filesIn('coding/')).toEqual(files.map((file) => file.replace('.md', '.json')))
    expect(files).toEqual(expect.arrayContaining(filesIn('revisions/')))
    for (const file of filesIn('revisions/'))
      expect(parseSampleArticle(read(`revisions/${file}`)).facts).toEqual(
        parseSampleArticle(read(`articles/${file}`)).facts,
      )
  })

  it('are named by their day and stand in the order of publication, over nine months', () => {
    for (const { file, facts } of codings) expect(file.slice(0, 10)).toBe(facts.published.slice(0, 10))
    const moments = codings.map(({ facts }) => Date.parse(facts.published))
    expect(moments).toEqual([...moments].sort((one, other) => one - other))
    const days = (Math.max(...moments) - Math.min(...moments)) / 86_400_000
    expect(days).toBeGreaterThan(260)
    expect(days).toBeLessThan(280)
  })

  it('speak the languages of their readers', () => {
    const langs = Object.groupBy(codings, ({ facts }) => facts.lang)
    const counts = Object.entries(langs).map(([lang, articles]) => [lang, articles?.length])
    expect(Object.fromEntries(counts)).toEqual({ en: 23, uk: 9, fr: 7, ru: 1 })
  })

  it('are fiction: every address in them ends in the reserved domain .example', () => {
    const everything = codings.map(({ facts, markdown }) => `${facts.url} ${markdown}`).join('\n')
    const addresses = (everything + JSON.stringify([sample, quotes])).match(/https?:\/\/[^\s")]+/g) ?? []
    expect(new Set(addresses).size).toBe(40)
    for (const address of addresses) expect(new URL(address).hostname).toMatch(/\.example$/)
  })

  it.each(codings)('holds in $file an article of readable length', ({ markdown }) => {
    const words = plainText(markdown).match(/[\p{L}\p{N}’-]+/gu) ?? []
    expect(words.length).toBeGreaterThan(150)
    expect(words.length).toBeLessThan(450)
  })

  it.each(quotes)('find in $file exactly one "$exact"', ({ markdown, exact, prefix = '', suffix = '' }) => {
    expect(plainText(markdown).split(prefix + exact + suffix)).toHaveLength(2)
    expect(exact).toBe(exact.trim())
  })

  it('attribute no quote to a day after its article was published', () => {
    for (const { file, facts, saidOn } of quotes)
      if (saidOn !== null) expect(saidOn <= facts.published.slice(0, saidOn.length), file).toBe(true)
  })

  it('name only topics, actors and rounds that they define', () => {
    for (const { file, round } of codings) if (round !== undefined) expect(roundNames, file).toContain(round)
    const named = quotes.flatMap(({ speaker, onBehalf, links }) => [
      speaker,
      onBehalf,
      ...links.map(({ onActor }) => onActor),
    ])
    const topics = quotes.flatMap(({ links }) => links.flatMap(({ topic, onTopic }) => [topic, onTopic]))
    expect(actorNames).toEqual(expect.arrayContaining(named.filter((name) => name != null)))
    expect(topicNames).toEqual(expect.arrayContaining(topics.filter((name) => name !== undefined)))
    for (const { participants, agenda } of sample.rounds) {
      expect(actorNames).toEqual(expect.arrayContaining(participants))
      expect(topicNames).toEqual(expect.arrayContaining(agenda))
    }
  })

  it('define each topic once, and use every one below a branch but the one that nobody has spoken of', () => {
    expect(new Set(topicNames).size).toBe(topicNames.length)
    const leaves = sample.topics.flatMap(({ children }) => namesOf(children))
    const used = new Set(quotes.flatMap(({ links }) => links.map(({ topic }) => topic)))
    expect(leaves.filter((leaf) => !used.has(leaf))).toEqual(['Customs'])
  })

  it('say of every topic with a way the status that its latest step has', () => {
    const withSteps = (topics: readonly SampleTopic[]): SampleTopic[] =>
      topics.flatMap((topic) => [...(topic.steps === undefined ? [] : [topic]), ...withSteps(topic.children)])
    for (const { name, status, steps } of withSteps(sample.topics))
      expect(steps?.at(-1)?.status, name).toBe(status)
  })

  it('make members only of organisations and parties that stand earlier in the list', () => {
    sample.actors.forEach(({ name, memberOf, memberships = [] }, index) => {
      for (const of of [memberOf, ...memberships.map(({ of }) => of)]) {
        if (of === null) continue
        const home = sample.actors.slice(0, index).find((actor) => actor.name === of)
        expect(home?.kind, name).toMatch(/^(organisation|party)$/)
      }
    })
  })

  it('give no two actors the same name or alias, as names are compared', () => {
    const all = sample.actors.flatMap(({ name, aliases }) => [...new Set([name, ...aliases].map(foldText))])
    expect(new Set(all).size).toBe(all.length)
  })

  it('put no utterance into one article twice, nor leave it to a single one', () => {
    const shared = quotes.filter(({ utterance }) => utterance !== undefined)
    for (const [utterance, copies] of Map.groupBy(shared, ({ utterance }) => utterance)) {
      expect(new Set(copies.map(({ file }) => file)).size, utterance).toBe(copies.length)
      expect(copies.length, utterance).toBeGreaterThan(1)
      expect(new Set(copies.map(({ speaker }) => speaker)).size, utterance).toBe(1)
    }
  })

  it('leave the newest article in the inbox, unmarked, for the reader to try', () => {
    const waiting = codings.filter(({ status }) => status === 'inbox')
    expect(waiting.map(({ file }) => file)).toEqual([files.at(-1)])
    expect(waiting.flatMap(({ quotes }) => quotes)).toEqual([])
  })
})
