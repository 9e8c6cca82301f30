import { describe, expect, test } from 'vitest'
import type { Bundle } from '../bundle.ts'
import { chosenFile, readWith } from './chosen.fixture.ts'
import { codebook } from './codebook.ts'

const read = (content: string | Uint8Array, name = 'codebook.csv') =>
  readWith(codebook, chosenFile(name, content))

/** The tree as paths. */
function pathsOf({ topics }: Bundle): string[] {
  const byKey = new Map(topics.map((topic) => [topic.key, topic]))
  return topics.map((topic) => {
    const above = topic.parentKey === undefined ? undefined : byKey.get(topic.parentKey)
    return above === undefined ? topic.name : `${above.name} > ${topic.name}`
  })
}

/** Letters of Windows-1251. */
function windows1251(text: string): Uint8Array {
  const letters = new Map(
    Array.from({ length: 256 }, (_, byte) => [
      new TextDecoder('windows-1251').decode(new Uint8Array([byte])),
      byte,
    ]),
  )
  return Uint8Array.from(text, (letter) => letters.get(letter) ?? 0x3f)
}

describe('a codebook as a table', () => {
  test('has topics by their path, with description, aliases, colour and status', async () => {
    const bundle = await read(
      'Path;Description;Aliases;Colour;Status\n' +
        'Security > Guarantees;"What is promised; by whom";гарантії | garanties;3;open\n' +
        "Security;'=danger;;#b03040;\n" +
        'Trade / Grain;;;reddish;agreed\n',
    )
    expect(pathsOf(bundle)).toEqual(['Security', 'Security > Guarantees', 'Trade', 'Trade > Grain'])
    expect(bundle.topics).toMatchObject([
      { name: 'Security', description: '=danger', colour: 5 },
      {
        description: 'What is promised; by whom',
        aliases: ['гарантії', 'garanties'],
        colour: 2,
        status: 'open',
      },
      {},
      { status: 'agreed' },
    ])
    expect(bundle.leftOut).toEqual([{ kind: 'colour', name: 'Grain: reddish' }])
  })

  test('has topics by the name of the one above, which may stand below them', async () => {
    const bundle = await read(
      'Code\tParent code\tMemo\nGuarantees\tSecurity\tx\nSecurity\tWar and peace\t\nNot in the table\tElse where\t\nWar and peace\t\t\n',
      'codes.tsv',
    )
    expect(pathsOf(bundle)).toEqual([
      'War and peace',
      'War and peace > Security',
      'Security > Guarantees',
      'Else where',
      'Else where > Not in the table',
    ])
  })

  test('has paths as other programs part them', async () => {
    expect(
      pathsOf(await read('Name,Hierarchical name\nGrain,Nodes\\\\Trade\\\\Grain\nOil,Trade::Oil\n')),
    ).toEqual(['Nodes', 'Nodes > Trade', 'Trade > Grain', 'Trade', 'Trade > Oil'])
  })

  test('ends where topics are above each other in a circle', async () => {
    const { topics } = await read('name,parent\na,b\nb,a\nc,c\n')
    expect(new Set(topics.map(({ name }) => name))).toEqual(new Set(['a', 'b', 'c']))
    expect(topics.length).toBeLessThan(8)
  })

  test.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['Windows-1251', windows1251],
  ])('is read in %s, its columns named in Ukrainian', async (_, encode) => {
    const bundle = await read(encode('Назва;Батьківська тема;Опис\r\nСанкції;Тиск;Що обіцяно\r\nТиск;;\r\n'))
    expect(pathsOf(bundle)).toEqual(['Тиск', 'Тиск > Санкції'])
    expect(bundle.topics[1]?.description).toBe('Що обіцяно')
  })

  test('is told from tables of other things', () => {
    expect(codebook.recognises(chosenFile('people.csv', 'name,email\nA,b@c.example\n'))).toBe(false)
    expect(codebook.recognises(chosenFile('codebook.md', 'path\na\n'))).toBe(false)
  })

  test('is read in time that grows with its rows', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `t${index},t${index % 100},`).join('\n')
    const { topics } = await read(`name,parent,description\n${rows}`)
    expect(topics.length).toBeGreaterThanOrEqual(20_000)
  })
})
