import { expect, test } from 'vitest'
import { codedNotebook } from '../../../coded.fixture.ts'
import { generatedNotebook } from '../generated.fixture.ts'
import { plainBundle } from '../plain-bundle.fixture.ts'
import { imported, roundTrip } from '../round-trip.fixture.ts'
import { dnaFile } from './read-dna.ts'

const seeds = Array.from({ length: 6 }, (_, index) => index + 1)

test.each(seeds)('what a file of DNA was written from is read from it again (notebook %i)', async (seed) => {
  const { had, read } = await roundTrip(await generatedNotebook(seed), 'dna', 'out.dna', dnaFile)
  expect(plainBundle(read)).toEqual(plainBundle(had))
})

test.each(seeds.slice(0, 4))(
  'a notebook made of a file of DNA has the same evidence (notebook %i)',
  async (seed) => {
    const { had, read } = await roundTrip(await generatedNotebook(seed), 'dna', 'out.dna', dnaFile)
    const { has, should } = await imported(read, had)
    expect(has).toEqual(should)
  },
)

test('every column of a coded notebook comes back', async () => {
  const { had, read } = await roundTrip(await codedNotebook(), 'dna', 'out.dna', dnaFile)
  expect(plainBundle(read)).toEqual(plainBundle(had))
})
