import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../../store/notebook.fixture.ts'
import { codedNotebook } from '../../../coded.fixture.ts'
import { generatedNotebook } from '../generated.fixture.ts'
import { plainBundle } from '../plain-bundle.fixture.ts'
import { imported, readFile, roundTrip } from '../round-trip.fixture.ts'
import { refiQdaCodebook } from './read-codebook.ts'
import { refiQdaProject } from './read-project.ts'

const seeds = Array.from({ length: 10 }, (_, index) => index + 1)

test.each(seeds)('what a project was written from is read from it again (notebook %i)', async (seed) => {
  const { had, read } = await roundTrip(await generatedNotebook(seed), 'qdpx', 'out.qdpx', refiQdaProject)
  expect(plainBundle(read)).toEqual(plainBundle(had))
})

test.each(seeds.slice(0, 8))(
  'a notebook made of a project has the same evidence (notebook %i)',
  async (seed) => {
    const { had, read } = await roundTrip(await generatedNotebook(seed), 'qdpx', 'out.qdpx', refiQdaProject)
    const { has, should } = await imported(read, had)
    expect(has).toEqual(should)
  },
)

test('every column of a coded notebook comes back but for the characters that XML cannot write', async () => {
  const { had, read } = await roundTrip(await codedNotebook(), 'qdpx', 'out.qdpx', refiQdaProject)
  const written = JSON.stringify(plainBundle(had)).replaceAll('\\u0007', '\ufffd')
  expect(plainBundle(read)).toEqual(JSON.parse(written))
})

test('a codebook comes back with its tree, names, meanings, states and colours', async () => {
  const { had, read } = await roundTrip(await generatedNotebook(2), 'qdc', 'out.qdc', refiQdaCodebook)
  expect(had.topics.length).toBeGreaterThan(2)
  expect(plainBundle(read)).toMatchObject({ topics: (plainBundle(had) as { topics: object[] }).topics })
})

/** The folder with the schemas of REFI-QDA 1.0, which are not part of this repository. */
const schemas = process.env['REFI_QDA_SCHEMAS']

test.skipIf(schemas === undefined)(
  'project and codebook validate against the schemas (runs where REFI_QDA_SCHEMAS names their folder)',
  async () => {
    const project = join(schemas ?? '', 'REFI-QDA-Project.xsd')
    const codes = join(schemas ?? '', 'REFI-QDA-Codebook.xsd')
    expect([project, codes].filter((path) => !existsSync(path))).toEqual([])
    const validate = (schema: string, xml: Uint8Array) => {
      const path = join(temporaryFolder(), 'out.xml')
      writeFileSync(path, xml)
      execFileSync('xmllint', ['--nonet', '--noout', '--huge', '--schema', schema, path], { stdio: 'pipe' })
    }
    for (const notebook of [
      await codedNotebook(),
      ...(await Promise.all(seeds.slice(0, 5).map(generatedNotebook))),
    ]) {
      const { target } = await roundTrip(notebook, 'qdpx', 'out.qdpx', refiQdaProject)
      validate(project, unzipSync(readFileSync(target))['project.qde'] ?? new Uint8Array())
      const codebook = await roundTrip(notebook, 'qdc', 'out.qdc', refiQdaCodebook)
      validate(codes, readFileSync(codebook.target))
    }
  },
)

test('a codebook of another program keeps its groups of codes apart and tells what is left out', async () => {
  const path = join(temporaryFolder(), 'codes.qdc')
  writeFileSync(
    path,
    `<?xml version="1.0" encoding="utf-8"?>
    <q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0" origin="Other 9"><q:Codes>
      <q:Code guid="{AA000000-0000-4000-8000-000000000001}" name="Water" isCodable="true" color="#A33B40">
        <q:Description>Who gets what.</q:Description>
        <q:Code guid="aa000000-0000-4000-8000-000000000002" name="Flow &amp; ebb" isCodable="true"/>
        <q:Code guid="aa000000-0000-4000-8000-000000000001" name="Twice" isCodable="true"/>
      </q:Code></q:Codes>
      <q:Sets><q:Set guid="aa000000-0000-4000-8000-000000000003" name="My set"/></q:Sets></q:CodeBook>`,
  )
  const { topics, leftOut } = await readFile(path, refiQdaCodebook)
  expect(topics).toEqual([
    { key: 'aa000000-0000-4000-8000-000000000001', name: 'Water', description: 'Who gets what.', colour: 5 },
    {
      key: 'aa000000-0000-4000-8000-000000000002',
      name: 'Flow & ebb',
      parentKey: 'aa000000-0000-4000-8000-000000000001',
    },
  ])
  expect(leftOut).toEqual([
    { kind: 'code with the id of another', name: 'Twice' },
    { kind: 'set of codes', name: 'My set' },
  ])
})
