import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readMoment } from '../../store/connection.ts'
import { temporaryFolder } from '../../store/notebook.fixture.ts'
import { codedNotebook } from '../coded.fixture.ts'
import { runExport } from '../run-export.ts'

/**
 * What an annotation and a page must have by the W3C's model (https://www.w3.org/TR/annotation-model/, sections 3 to 5), for the
 * shapes that we write. Any further key needs a prefix of its own.
 */
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i)
const moment = z.iso.datetime({ offset: false })
const motivation = z.enum([
  ...([
    'assessing',
    'bookmarking',
    'classifying',
    'commenting',
    'describing',
    'editing',
    'highlighting',
  ] as const),
  ...(['identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging'] as const),
])
const extended = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .looseObject(shape)
    .refine((value) => Object.keys(value).every((key) => key in shape || key.startsWith('memoire:')))
const textQuote = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})
const textPosition = z
  .strictObject({ type: z.literal('TextPositionSelector'), start: z.int().min(0), end: z.int().min(0) })
  .refine(({ start, end }) => start < end)
const specificResource = z.strictObject({
  source: iri,
  selector: z.array(z.union([textQuote, textPosition])).min(1),
  state: z.strictObject({ type: z.literal('TimeState'), sourceDate: moment }),
})
const textualBody = extended({
  type: z.literal('TextualBody'),
  value: z.string(),
  purpose: motivation.optional(),
  format: z
    .string()
    .regex(/^[a-z]+\/[a-z]+$/)
    .optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .optional(),
  creator: z.strictObject({ type: z.literal('Person'), name: z.string() }).optional(),
})
const annotation = extended({
  id: iri,
  type: z.literal('Annotation'),
  motivation: motivation.optional(),
  created: moment.optional(),
  modified: moment.optional(),
  body: z.union([textualBody, z.array(textualBody).min(1)]).optional(),
  target: z.union([iri, specificResource]),
})
const page = extended({
  '@context': z.tuple([z.literal('http://www.w3.org/ns/anno.jsonld'), z.looseObject({ memoire: iri })]),
  id: iri,
  type: z.literal('AnnotationPage'),
  startIndex: z.int().min(0),
  items: z.array(annotation),
})

async function exportedPage(): Promise<Record<string, unknown> & { items: Record<string, unknown>[] }> {
  const target = join(temporaryFolder(), 'out.json')
  const order = { format: 'web-annotation', target, selection: {}, replace: false } as const
  await readMoment(await codedNotebook(), (db) => runExport(db, order))
  return JSON.parse(readFileSync(target, 'utf8'))
}

test('every annotation has what the model asks for, and no two one id', async () => {
  const written = await exportedPage()
  expect(page.safeParse(written).error?.issues ?? []).toEqual([])
  const ids = written.items.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(written.items.map(({ motivation }) => motivation)).toContain('highlighting')
  expect(written.items).toContainEqual(
    expect.objectContaining({
      motivation: 'commenting',
      target: 'https://river.example/talks?a=1&b=2',
      body: { type: 'TextualBody', value: 'Read with care.', format: 'text/markdown' },
    }),
  )
})

test('what the model forbids is found', async () => {
  const written = await exportedPage()
  const [first] = written.items
  const broken: object[] = [
    { ...first, id: 'not an address' },
    { ...first, created: '2026-03-02' },
    { ...first, motivation: 'shouting' },
    { ...first, target: undefined },
    { ...first, said: 'without a prefix' },
    { ...first, target: { source: 'https://a.example', selector: [], state: {} } },
  ]
  expect(annotation.safeParse(first).success).toBe(true)
  for (const one of broken) expect(annotation.safeParse(one).success).toBe(false)
})
