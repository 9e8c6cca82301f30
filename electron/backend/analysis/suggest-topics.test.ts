import { expect, test } from 'vitest'
import { setLinks } from '../store/links.ts'
import { addArticle, addQuote, opened } from '../store/notebook.fixture.ts'
import { createTopic } from '../store/topics.ts'
import { suggestTopics } from './suggest-topics.ts'

async function furnished() {
  const notebook = await opened()
  const [flow = '', fish = ''] = notebook.mutate('topics', (db) => [
    createTopic(db, { parentId: null, name: 'River flow', aliases: ['discharge'] }),
    createTopic(db, { parentId: null, name: 'Fisheries' }),
  ])
  const say = (text: string) =>
    notebook.mutate('say', (db) =>
      addQuote(db, addArticle(db, { text }), { exact: text, start: 0, end: text.length }),
    )
  const link = (quote: string, topic: string) =>
    notebook.mutate('link', (db) => setLinks(db, [quote], topic, 'supports'))
  return {
    notebook,
    flow,
    fish,
    say,
    link,
    suggested: (quote: string) => suggestTopics(notebook.reader(), quote),
  }
}

test('A topic is suggested where the words name it or an alias of it, and not once it is linked', async () => {
  const { flow, say, link, suggested } = await furnished()
  const quote = say('The Discharge is falling.')
  expect(suggested(quote)).toMatchObject([{ topicId: flow, reasons: [{ kind: 'name', name: 'discharge' }] }])
  link(quote, flow)
  expect(suggested(quote)).toEqual([])
})

test('A topic is suggested by quotes on it that have the same telling words, and names them', async () => {
  const { fish, say, link, suggested } = await furnished()
  const quote = say('Salmon ladders cost too much.')
  expect(suggested(quote)).toEqual([])
  const known = say('No salmon without ladders.')
  link(known, fish)
  expect(suggested(quote)).toMatchObject([{ topicId: fish, reasons: [{ kind: 'quote', quoteId: known }] }])
})
