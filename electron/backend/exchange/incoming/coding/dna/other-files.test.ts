import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openScratch, type Writable } from '../../../../store/connection.ts'
import { filesIn, fingerprint, temporaryFolder, thrownBy } from '../../../../store/notebook.fixture.ts'
import { codedNotebook } from '../../../coded.fixture.ts'
import { schema } from '../../../formats/dna/schema.ts'
import { readFile, roundTrip } from '../round-trip.fixture.ts'
import { dnaFile } from './read-dna.ts'
import { dnaEventList } from './read-dna-csv.ts'

const text = 'We share the water. Power is ours, said 🌊 Ilda.'

/** A file as DNA makes one, with its three types of statements and two statements of the first. */
function dnaWith(more: (db: Writable) => void = () => undefined, version = '3.0.11'): string {
  const path = join(temporaryFolder(), 'other.dna')
  const db = openScratch(path)
  db.exec(`${schema}
    INSERT INTO SETTINGS VALUES ('version', '${version}');
    INSERT INTO CODERS (ID, Name) VALUES (1, 'Admin'), (2, 'Anna');
    INSERT INTO STATEMENTTYPES (ID, Label) VALUES (1, 'DNA Statement'), (2, 'NPF Story Element'), (3, 'Annotation');
    INSERT INTO VARIABLES (ID, Variable, DataType, StatementTypeId) VALUES (1, 'person', 'short text', 1),
      (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1), (4, 'agreement', 'boolean', 1),
      (5, 'narrator', 'short text', 2), (6, 'villain', 'short text', 2), (7, 'note', 'long text', 3);
    INSERT INTO ENTITIES (ID, VariableId, Value, Red, Green, Blue) VALUES (1, 1, 'Ilda', 0, 0, 0), (2, 2, 'Coast', 1, 2, 3),
      (3, 3, 'Water', 163, 59, 64), (4, 3, 'Power', 0, 0, 0), (5, 5, 'Ilda', 0, 0, 0), (6, 6, 'Dam', 0, 0, 0), (7, 1, '', 0, 0, 0);
    INSERT INTO ATTRIBUTEVARIABLES VALUES (1, 1, 'Type'), (2, 1, 'Alias'), (3, 1, 'Notes');
    INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) VALUES (1, 1, 'envoy'), (1, 2, 'Іда; I. M.'),
      (1, 3, 'Speaks first.');
    INSERT INTO DOCUMENTS VALUES (1, 'Talks', '${text}', 2, 'H. Lorrick', 'River Post', 'Front', 'https://river.example/1', 'news',
      ${version.startsWith('2') ? '1772445600000' : '1772445600'});
    INSERT INTO STATEMENTS VALUES (1, 1, 1, 0, 18, 2), (2, 1, 1, 20, 33, 1), (3, 2, 1, 20, 33, 1), (4, 3, 1, 40, 47, 1);
    INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (1, 1, 1), (1, 2, 2), (1, 3, 3), (2, 1, 1), (2, 2, 2),
      (2, 3, 4), (3, 5, 5), (3, 6, 6);
    INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (1, 4, 1), (2, 4, 0);
    INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (4, 7, 'Check *this*.');
    INSERT INTO REGEXES VALUES ('dam|weir', 1, 2, 3);`)
  more(db)
  db.close()
  return path
}

test('statements of every type become quotes with topics, speakers, coders and dates', async () => {
  const path = dnaWith()
  const before = fingerprint(path)
  const bundle = await readFile(path, dnaFile)
  const names = new Map(
    [...bundle.topics, ...bundle.actors, ...bundle.coders].map(({ key, name }) => [key, name]),
  )
  expect(bundle.articles[0]).toMatchObject({
    title: 'Talks',
    url: 'https://river.example/1',
    byline: 'H. Lorrick',
    outlet: 'River Post',
    publishedAt: '2026-03-02T10:00:00.000Z',
    note: 'Section: Front\n\nType: news',
    source: { kind: 'text', text },
  })
  const quotes = bundle.articles[0]?.quotes ?? []
  expect(quotes.map(({ exact }) => exact)).toEqual([
    'We share the water',
    'Power is ours',
    'Power is ours',
    '🌊 Ilda.'.slice(0, 7),
  ])
  for (const { exact, start, end } of quotes) expect(text.slice(start, end)).toBe(exact)
  expect(
    quotes.map(({ links, speakerKey }) => [
      names.get(speakerKey ?? ''),
      ...(links ?? []).map(
        ({ topicKey, stance, coderKey }) => `${names.get(topicKey)} ${stance} ${names.get(coderKey ?? '')}`,
      ),
    ]),
  ).toEqual([
    ['Ilda', 'Water supports Anna'],
    ['Ilda', 'Power opposes undefined'],
    ['Ilda', 'Dam neutral undefined'],
    [undefined],
  ])
  expect(quotes[3]?.note).toBe('Check \\*this\\*.')
  const [coast, ilda] = bundle.actors
  expect(ilda).toMatchObject({
    kind: 'person',
    aliases: ['Іда', 'I. M.'],
    description: 'Speaks first.\nType: envoy',
    memberOfKey: coast?.key,
  })
  expect(coast).toMatchObject({ name: 'Coast', kind: 'organisation' })
  expect(bundle.topics.map(({ name, colour }) => [name, colour])).toEqual([
    ['Water', 5],
    ['Power', undefined],
    ['villain', undefined],
    ['Dam', undefined],
  ])
  expect(bundle.leftOut).toEqual([{ kind: 'search expression', name: 'dam|weir' }])
  expect(fingerprint(path)).toEqual(before)
  expect(filesIn(join(path, '..'))).toEqual(['other.dna'])
})

test('dates of version 2 are milliseconds', async () => {
  const { articles } = await readFile(dnaWith(undefined, '2.0 beta 25'), dnaFile)
  expect(articles[0]?.publishedAt).toBe('2026-03-02T10:00:00.000Z')
})

test('somebody who speaks for two organizations is a member of neither', async () => {
  const path = dnaWith((db) =>
    db.exec(
      "INSERT INTO ENTITIES (ID, VariableId, Value) VALUES (9, 2, 'League'); UPDATE DATASHORTTEXT SET Entity = 9 WHERE StatementId = 2 AND VariableId = 2",
    ),
  )
  const { actors, articles } = await readFile(path, dnaFile)
  const names = new Map(actors.map(({ key, name }) => [key, name]))
  expect(actors.find(({ name }) => name === 'Ilda')).not.toHaveProperty('memberOfKey')
  expect(articles[0]?.quotes.slice(0, 2).map(({ onBehalfKey }) => names.get(onBehalfKey ?? ''))).toEqual([
    'Coast',
    'League',
  ])
})

test('an agreement that was changed in DNA is the one that comes back', async () => {
  const { target, had } = await roundTrip(await codedNotebook(), 'dna', 'out.dna', dnaFile)
  const db = openScratch(target)
  db.exec('UPDATE DATABOOLEAN SET Value = 1 - Value')
  db.close()
  const { articles } = await readFile(target, dnaFile)
  const stances = (list: typeof articles) =>
    list
      .flatMap(({ quotes }) =>
        quotes.flatMap(({ links }) => links?.map(({ id, stance }) => `${id} ${stance}`)),
      )
      .sort()
  const turned = { supports: 'opposes', opposes: 'supports', neutral: 'neutral', conditional: 'conditional' }
  expect(stances(articles)).toEqual(
    had.articles
      .flatMap(({ quotes }) =>
        quotes.flatMap(({ links }) => links?.map(({ id, stance }) => `${id} ${turned[stance]}`)),
      )
      .sort(),
  )
})

test('what leads nowhere or out of the text is told, and circles of entities harm nothing', async () => {
  const path = dnaWith((db) =>
    db.exec(`PRAGMA foreign_keys = OFF; UPDATE ENTITIES SET ChildOf = 2 WHERE ID = 1; UPDATE ENTITIES SET ChildOf = 1 WHERE ID = 2;
      INSERT INTO STATEMENTS VALUES (5, 1, 1, 40, 4000, 2), (6, 1, 1, -3, 4, 2), (7, 99, 1, 0, 8, 99), (8, 1, 99, 0, 4, 1);
      INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (7, 3, 999), (7, 77, 1)`),
  )
  const { articles, leftOut } = await readFile(path, dnaFile)
  expect(articles).toHaveLength(1)
  expect(articles[0]?.quotes).toHaveLength(5)
  expect(leftOut.map(({ kind }) => kind)).toEqual([
    'statement outside of its text',
    'statement outside of its text',
    'search expression',
  ])
})

test.each([
  [
    'a view',
    'CREATE VIEW MINE AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
    'archive-refused',
  ],
  [
    'a generated column',
    'CREATE TABLE MINE (a INTEGER, b BLOB GENERATED ALWAYS AS (zeroblob(900000000)))',
    'archive-refused',
  ],
  ['a virtual table', 'CREATE VIRTUAL TABLE MINE USING fts5(words)', 'archive-refused'],
  ['no table of documents', 'PRAGMA foreign_keys = OFF; DROP TABLE DOCUMENTS', 'import-unreadable'],
])('a file with %s is refused', async (_, sql, code) => {
  const path = dnaWith((db) => db.exec(sql))
  expect(await thrownBy(() => readFile(path, dnaFile))).toMatchObject({ code })
})

test('a file that is cut short is refused', async () => {
  const path = dnaWith()
  writeFileSync(path, readFileSync(path).subarray(0, 9000))
  expect(await thrownBy(() => readFile(path, dnaFile))).toMatchObject({ code: 'import-unreadable' })
})

test('an event list comes as quotes by their words, with agreement, coder and date', async () => {
  const path = join(temporaryFolder(), 'list.csv')
  writeFileSync(
    path,
    `"statement_id";"time";"person";"organization";"concept";"agreement";"start_position";"stop_position";"text";"coder";"document_id";"document_title";"document_author";"document_source";"document_section";"document_type"
1;"2026-03-02 10:00:00";"Ilda";"Coast";"Water > Flow";1;0;18;"We share, 'all of' it";"Anna";7;"Talks";"H. Lorrick";"River Post";"";"news"
2;"2026-03-02 10:00:00";"Ilda";"Coast";"Power";0;0;18;"We share, 'all of' it";"Anna";7;"Talks";"H. Lorrick";"River Post";"";"news"
`,
  )
  const { articles, topics, actors, coders } = await readFile(path, dnaEventList)
  expect(articles).toHaveLength(1)
  expect(articles[0]).toMatchObject({
    title: 'Talks',
    publishedAt: '2026-03-02T10:00:00.000Z',
    source: { kind: 'none' },
    quotes: [{ exact: "We share, 'all of' it", start: 0, end: 18 }],
  })
  expect(articles[0]?.quotes[0]?.links?.map(({ stance }) => stance)).toEqual(['supports', 'opposes'])
  expect([topics, actors, coders].map((list) => list.map(({ name }) => name))).toEqual([
    ['Water', 'Flow', 'Power'],
    ['Coast', 'Ilda'],
    ['Anna'],
  ])
})

test('our own event list comes back with its statements', async () => {
  const { had, read } = await roundTrip(await codedNotebook(), 'dna-csv', 'out.csv', dnaEventList)
  const agreed = had.articles.flatMap(({ quotes }) =>
    quotes.flatMap(
      ({ links }) => links?.filter(({ stance }) => ['supports', 'opposes'].includes(stance)) ?? [],
    ),
  )
  const links = read.articles.flatMap(({ quotes }) => quotes.flatMap((quote) => quote.links ?? []))
  expect(links.map(({ stance }) => stance).sort()).toEqual(agreed.map(({ stance }) => stance).sort())
  expect(read.articles[0]?.quotes[0]).toMatchObject({ start: had.articles[0]?.quotes[0]?.start })
})
