import type { Session } from '../../electron/backend/router/session.ts'
import { loadDriver } from '../../electron/backend/store/driver.ts'
import { type Context, call, sessionSuite } from '../context.ts'
import { createVocabulary } from '../generate/words.ts'
import { measureEach } from '../measure.ts'

const limit = 50

interface Asked {
  /** As the user types it. */
  query: string
  /** The same for FTS5 alone, on the same index; none where FTS5 has no such thing. */
  match?: string
}

/** Searches through the worker, as the search field asks them, beside the same words given to FTS5 itself. */
export const searching = sessionSuite('search', async (session, context) => {
  const { report } = context
  const ask = (query: string, asYouType: boolean) =>
    call(session, 'search', 'run', { query, asYouType, limit })
  const fts = bareFts(context.path)
  try {
    for (const [what, asked] of Object.entries(await queries(session, context))) {
      const typed = what.startsWith('typed')
      const timing = await measureEach(asked, ({ query }) => ask(query, typed))
      const matches = asked.flatMap(({ match }) => match ?? [])
      const wait = typed ? 'results while typing' : 'results of a search'
      if (matches.length === 0) {
        report({ wait, what, timing })
        continue
      }
      report({
        wait,
        what,
        timing,
        yardstick: { name: `bare MATCH … LIMIT ${limit}`, timing: await measureEach(matches, fts.match) },
      })
      report({
        wait,
        what: `${what}, beside FTS5’s own ranking`,
        timing,
        yardstick: { name: `bare MATCH … ORDER BY rank`, timing: await measureEach(matches, fts.rank, 2) },
      })
    }
  } finally {
    fts.close()
  }
})

async function queries(session: Session, { facts }: Context): Promise<Record<string, Asked[]>> {
  const en = createVocabulary('en')
  const uk = createVocabulary('uk')
  const plain = (word: string): Asked => ({ query: word, match: `"${word}"` })
  const ranks = (first: number, step = 1) => Array.from({ length: 8 }, (_, index) => first + index * step)
  const word = (rank: number) => en.wordOfRank(en.functionWords + rank)
  const typed = (letters: number) =>
    ranks(40, 37).map((rank) => {
      const start = word(rank).slice(0, letters)
      return { query: start, match: `"${start}" *` }
    })
  const topics = await call(session, 'topic', 'list', undefined)
  const actors = await call(session, 'actor', 'list', undefined)
  const facets = await call(session, 'article', 'facets', undefined)
  const topic = topics.find(({ id }) => id === facts.topicIds[0])?.name
  const actor = actors.find(({ id }) => id === facts.actorIds[0])?.name
  const outlet = facets.outlets[0]?.value
  const filtered = (filter: string) => ranks(10, 60).map((rank) => ({ query: `${word(rank)} ${filter}` }))
  return {
    'a rare word': ranks(10_000, 500).map((rank) => plain(word(rank))),
    'a word of middling rank': ranks(1000, 50).map((rank) => plain(word(rank))),
    'a common word': ranks(0).map((rank) => plain(word(rank))),
    'a stop word': ['the', 'of', 'and', 'to', 'на', 'що', 'и', 'de'].map(plain),
    'two words, one a stop word': ranks(300, 40).map((rank) => ({
      query: `the ${word(rank)}`,
      match: `"the" "${word(rank)}"`,
    })),
    'a phrase': [{ query: `"${facts.phrase}"`, match: `"${facts.phrase}"` }],
    'a phrase of stop words': [
      { query: '"of the"', match: '"of the"' },
      { query: '"in the"', match: '"in the"' },
    ],
    'typed: one letter': typed(1),
    'typed: two letters': typed(2),
    'typed: three letters': typed(3),
    'typed: a word and two letters': ranks(5, 31).map((rank) => ({
      query: `${word(rank)} ${word(rank + 3).slice(0, 2)}`,
      match: `"${word(rank)}" "${word(rank + 3).slice(0, 2)}" *`,
    })),
    'a word on one topic': filtered(`topic:"${topic}"`),
    'a word of one speaker': filtered(`actor:"${actor}"`),
    'a word in one outlet': filtered(`outlet:"${outlet}"`),
    'a word in one year': filtered('date:2024'),
    'a word in the inbox': filtered('is:inbox'),
    'a common word in one language': ranks(0).map((rank) => ({ query: `${word(rank)} lang:en` })),
    'no word, one topic': [{ query: `topic:"${topic}"` }],
    'no word, one year': [{ query: 'date:2024' }],
    'a Cyrillic word in another form': ranks(300, 200).map((rank) =>
      plain(`${uk.wordOfRank(uk.functionWords + rank)}ами`),
    ),
    'a word that nothing has': ['qzxqzx', 'zzyzzx', 'xkcdxkcd', 'щжщжщ'].map(plain),
  }
}

/** FTS5 without anything of ours around it, on the index of the notebook. */
function bareFts(path: string) {
  const raw = new (loadDriver())(path, { readonly: true })
  const sql = 'SELECT rowid FROM search_index WHERE search_index MATCH ?'
  const unranked = raw.prepare(`${sql} LIMIT ${limit}`)
  const ranked = raw.prepare(`${sql} ORDER BY rank LIMIT ${limit}`)
  return {
    match: (expression: string) => unranked.all(expression),
    rank: (expression: string) => ranked.all(expression),
    close: () => raw.close(),
  }
}
