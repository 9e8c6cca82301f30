import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { krippendorffAlpha } from '../electron/backend/analysis/alpha.ts'
import { call } from '../electron/backend/cli/call.ts'
import { openSession, type Session } from '../electron/backend/router/session.ts'

const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-sample-'))
const asOf = '2026-10-07'
let session: Session
let loaded: { articles: number; quotes: number }
const nameOf = new Map<string, string>()

beforeAll(async () => {
  session = await openSession(join(folder, 'Sample.memoire'), { program: 'test', create: true })
  loaded = await call(session, 'notebook', 'loadSample', undefined)
  for (const { id, name } of await call(session, 'actor', 'list', undefined)) nameOf.set(id, name)
  for (const { id, name } of await call(session, 'topic', 'list', undefined)) nameOf.set(id, name)
}, 60_000)

afterAll(async () => {
  await session.close()
  rmSync(folder, { recursive: true, force: true })
})

const named = (id: string | null) => (id === null ? null : nameOf.get(id))

describe('the sample notebook, filled', () => {
  it('has forty articles, six rounds, two coders, and a sound notebook around them', async () => {
    expect(loaded.articles).toBe(40)
    expect(loaded.quotes).toBeGreaterThan(160)
    expect((await call(session, 'quote', 'list', {})).total).toBe(loaded.quotes)
    expect(await call(session, 'round', 'list', undefined)).toHaveLength(6)
    expect(await call(session, 'coder', 'list', undefined)).toHaveLength(2)
    expect((await call(session, 'topic', 'list', undefined)).length).toBeGreaterThan(24)
    expect(await call(session, 'notebook', 'check', {})).toMatchObject({ ok: true, evidence: [] })
  })

  it('has something said in every round but none of all of it', async () => {
    for (const { name, articleCount, quoteCount } of await call(session, 'round', 'list', undefined)) {
      expect(articleCount, name).toBeGreaterThan(0)
      expect(quoteCount, name).toBeGreaterThan(0)
    }
  })

  it('shows in the matrix agreement, refusal, conditions, red lines, conflict, moves either way, and gaps', async () => {
    const { cells } = await call(session, 'analysis', 'matrix', { by: 'party', asOf })
    for (const stance of ['supports', 'opposes', 'conditional'])
      expect(cells.filter((cell) => cell.stance === stance).length, stance).toBeGreaterThan(3)
    expect(cells.filter(({ redLine }) => redLine).length).toBeGreaterThan(2)
    expect(cells.filter(({ conflict }) => conflict).length).toBeGreaterThan(1)
    expect(cells.map(({ trend }) => trend)).toEqual(
      expect.arrayContaining(['new', 'steady', 'towards', 'away']),
    )
    const parties = new Set(cells.map(({ actorId }) => actorId))
    const topics = new Set(cells.map(({ topicId }) => topicId))
    expect(cells.length).toBeLessThan(parties.size * topics.size)
    expect(cells.some(({ age }) => (age ?? 0) > 150)).toBe(true)
  })

  it('replays: in spring Ardovia refused what it grants in autumn', async () => {
    const stanceOn = async (day: string, topic: string) => {
      const { cells } = await call(session, 'analysis', 'matrix', { by: 'party', asOf: day })
      return cells.find(
        (cell) => named(cell.actorId) === 'Government of Ardovia' && named(cell.topicId) === topic,
      )?.stance
    }
    expect(await stanceOn('2026-01-31', 'Gauge data')).toBe('opposes')
    expect(await stanceOn('2026-02-28', 'Gauge data')).toBe('conditional')
    expect(await stanceOn('2026-07-31', 'Gauge data')).toBe('supports')
  })

  it('lets an envoy go from support over a condition to refusal, and a party speak with two voices', async () => {
    const turns = await call(session, 'analysis', 'shifts', {})
    const dromin = turns
      .filter((turn) => named(turn.actorId) === 'Pavel Dromin' && named(turn.topicId) === 'Veshka Bridge')
      .map(({ before, after }) => [before.stance, after.stance])
      .reverse()
    expect(dromin).toEqual([
      ['supports', 'conditional'],
      ['conditional', 'opposes'],
    ])
    const torn = turns
      .filter(({ kind }) => kind === 'contradiction')
      .map(({ actorId, topicId }) => `${named(actorId)}: ${named(topicId)}`)
    expect(torn).toEqual(
      expect.arrayContaining(['Free Valley: Veshka Bridge', 'Government of Ardovia: Orlec Dam inspections']),
    )
  })

  it('counts the envoy for his government in April and for the opposition in August', async () => {
    const ofParty = async (party: string, topic: string, asOf: string) => {
      const { cells } = await call(session, 'analysis', 'matrix', { by: 'party', asOf })
      return cells.find((cell) => named(cell.actorId) === party && named(cell.topicId) === topic)?.stance
    }
    expect(await ofParty('Government of Karvenia', 'Veshka Bridge', '2026-04-30')).toBe('supports')
    expect(await ofParty('Free Valley', 'Tomin Pass', '2026-08-31')).toBe('opposes')
  })

  it('has two deadlocks: three who wait for each other, and two', async () => {
    const conditions = await call(session, 'analysis', 'conditions', undefined)
    const circles = Map.groupBy(
      conditions.filter(({ cycle }) => cycle !== null),
      ({ cycle }) => cycle,
    )
    const members = [...circles.values()].map((ofOne) =>
      [...new Set(ofOne.map(({ actorId }) => named(actorId)))].sort(),
    )
    expect(members).toHaveLength(2)
    expect(members).toEqual(
      expect.arrayContaining([
        ['Anton Belisar', 'Joren Hask', 'Étienne Valcourt'],
        ['Kyra Tolvane', 'Lena Osmark'],
      ]),
    )
    expect(conditions.some(({ byDate }) => byDate !== null)).toBe(true)
  })

  it('draws networks in which some stand together and some against each other', async () => {
    for (const kind of ['actors', 'two-mode', 'topics'] as const) {
      const { nodes, edges } = await call(session, 'analysis', 'network', { kind })
      expect(nodes.length, kind).toBeGreaterThan(8)
      expect(
        edges.some(({ conflict }) => conflict > 0),
        kind,
      ).toBe(true)
      expect(
        edges.some(({ congruence }) => congruence > 0),
        kind,
      ).toBe(true)
    }
  })

  it('has gaps: parties that nobody quotes, topics long or never spoken of, claims of one outlet alone', async () => {
    const { topics, unquotedIds, singleSource } = await call(session, 'analysis', 'coverage', undefined)
    expect(unquotedIds.map(named)).toEqual(
      expect.arrayContaining(['Seltmar Civic Union', 'Tomin District Council']),
    )
    const latest = new Map(topics.map((topic) => [named(topic.topicId), topic.latest]))
    expect(latest.get('Customs')).toBeNull()
    expect(latest.get('Fisheries')).toBe('2026-02-03')
    expect(singleSource.length).toBeGreaterThan(20)
  })

  it('counts words that several agencies carry once', async () => {
    const { rows } = await call(session, 'quote', 'list', { limit: 500 })
    const utterances = Map.groupBy(
      rows.filter(({ utteranceId }) => utteranceId !== null),
      ({ utteranceId }) => utteranceId,
    )
    expect(utterances.size).toBeGreaterThan(8)
    const langs = [...utterances.values()].map((copies) => new Set(copies.map(({ lang }) => lang)).size)
    expect(Math.max(...langs)).toBe(3)
    const wordings = [...utterances.values()].map((copies) => new Set(copies.map(({ exact }) => exact)).size)
    expect(wordings.every((count) => count > 1)).toBe(true)
  })

  it('holds translations, one of them authoritative, and dates of every precision', async () => {
    const { rows } = await call(session, 'quote', 'list', { limit: 500 })
    const translations = rows.flatMap((row) => row.translations)
    expect(translations.length).toBeGreaterThan(20)
    expect(translations.some(({ authoritative }) => authoritative)).toBe(true)
    expect(new Set(translations.map(({ translator }) => translator)).size).toBe(2)
    expect(new Set(rows.map(({ saidPrecision }) => saidPrecision))).toEqual(
      new Set([null, 'day', 'week', 'month']),
    )
    const channels = new Set(rows.map(({ channel }) => channel))
    expect(channels).toEqual(new Set(['verbatim', 'partial', 'paraphrase', 'unnamed', 'leak', 'document']))
  })

  it('keeps both captures of the article that was changed in silence: one quote changed, one lost', async () => {
    const { rows } = await call(session, 'article', 'list', { filter: { text: 'Back from Brenholt' } })
    const { id, revisions } = await call(session, 'article', 'get', { id: rows[0]?.id ?? '' })
    expect(revisions).toHaveLength(2)
    const quotes = await call(session, 'quote', 'ofArticle', { articleId: id })
    expect(quotes.map(({ anchor }) => anchor.outcome).sort()).toEqual(['changed', 'lost', 'same', 'same'])
  })

  it('is coded by two who mostly agree: alpha is about 0.7, and disagreements wait', async () => {
    const topics = await call(session, 'analysis', 'agreement', undefined)
    const { rows } = await call(session, 'quote', 'list', { limit: 500 })
    const pairs = rows.flatMap(({ links }) =>
      [...Map.groupBy(links, ({ topicId }) => topicId).values()].map((ofTopic) =>
        ofTopic.filter(({ coderId }) => coderId !== null).map(({ stance }) => stance),
      ),
    )
    const alpha = krippendorffAlpha(pairs.filter((codings) => codings.length > 1)) ?? 0
    expect(alpha).toBeGreaterThan(0.62)
    expect(alpha).toBeLessThan(0.78)
    expect(topics.filter(({ disagreements }) => disagreements.length > 0).length).toBeGreaterThan(5)
    expect(topics.some((topic) => topic.alpha === 1)).toBe(true)
  })

  it('tells in the digest of the last weeks what was said, who came new, and what moved', async () => {
    const digest = await call(session, 'analysis', 'digest', { since: '2026-09-15' })
    expect(digest.quoteIds.length).toBeGreaterThan(20)
    expect(digest.topics.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Veshka Bridge', 'Winter storage', 'Costs']),
    )
    expect(digest.shifts.length).toBeGreaterThan(2)
  })

  it('goes with one undo, and comes back with one redo', async () => {
    await call(session, 'journal', 'undo', {})
    expect((await call(session, 'article', 'list', {})).total).toBe(0)
    expect(await call(session, 'actor', 'list', undefined)).toEqual([])
    await call(session, 'journal', 'redo', undefined)
    expect((await call(session, 'quote', 'list', {})).total).toBe(loaded.quotes)
  })
})
