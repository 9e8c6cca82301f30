import { z } from 'zod'
import type { randomly } from '#shared/anchoring/random.fixture.ts'

type Choice = ReturnType<typeof randomly>

/** The parts of a JSON schema that the contract's inputs are made of. */
interface Shape {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  format?: string
  minimum?: number
  maximum?: number
}

/** Words that mean something to a layer below, and characters that break what takes them for granted. */
export const hostileStrings = [
  '',
  ' ',
  '\u0000',
  'nul \u0000 inside',
  'lone \ud800 surrogate',
  '\udc00',
  '\u202eright to left\u202c',
  '\u200b\u2060\ufeff',
  '👩‍👩‍👧‍👦 e\u0301 ї й',
  '"; DROP TABLE article; --',
  "' OR 1=1 --",
  '" OR title:* NOT NEAR(a b, 2) ^x {title words}: "y"* - + ( ) : *',
  'title:x AND words:*',
  'topic: actor:"" date:..2026-13 is:nothing -: --- "unclosed',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http://127.0.0.1:9/',
  '../../../../etc/passwd',
  '2026-02-30',
  '9999-12-31T23:59:60Z',
  '__proto__',
  'constructor',
  '%s %n {{x}} \\',
  '\r\n\t\u0085\u2028',
  'ﷺ'.repeat(500),
  'x'.repeat(5000),
  '>'.repeat(300),
  ' > / > ',
  'water',
  'Article 3',
  '2026-03-05',
  'https://river.example/a?b=1#c',
]

/** Any JSON value, mostly of the wrong kind. */
export function anyJson(choice: Choice, depth = 0): unknown {
  const leaf = [null, true, -1, 0, 1.5, 1e308, -0, 2 ** 53, choice.pick(hostileStrings)]
  if (depth > 2 || choice.below(3) > 0) return choice.pick(leaf)
  if (choice.below(2) === 0) return Array.from({ length: choice.below(4) }, () => anyJson(choice, depth + 1))
  const names = ['id', 'ids', 'text', 'query', 'name', 'target', 'document', 'type', 'toString', '__proto__']
  return Object.fromEntries(
    Array.from({ length: choice.below(4) }, () => [choice.pick(names), anyJson(choice, depth + 1)]),
  )
}

/** Ids to choose from by the name of the field that holds them: mostly of the kind it means, else of any. */
export type IdsFor = (field: string) => readonly string[]

/** A value the schema is likely to take: right in shape, hostile in content. */
export function fitting(schema: z.ZodType, choice: Choice, idsFor: IdsFor): unknown {
  if (schema instanceof z.ZodVoid) return undefined
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  return valueFor(shape, choice, idsFor, 'id')
}

function valueFor(shape: Shape, choice: Choice, idsFor: IdsFor, field: string): unknown {
  const { items = {}, minimum = 0, maximum = 300, properties = {}, required = [] } = shape
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return choice.pick(shape.enum)
  if (shape.anyOf) return valueFor(choice.pick(shape.anyOf), choice, idsFor, field)
  switch (shape.type) {
    case 'string':
      return shape.format === 'uuid' ? choice.pick(idsFor(field)) : choice.pick(hostileStrings)
    case 'boolean':
      return choice.below(2) === 0
    case 'null':
      return null
    case 'array':
      return Array.from({ length: 1 + choice.below(3) }, () => valueFor(items, choice, idsFor, field))
    case 'integer':
    case 'number':
      return minimum + choice.below(Math.min(maximum, minimum + 300) - minimum + 1)
    case 'object':
      return Object.fromEntries(
        Object.entries(properties)
          .filter(([name]) => required.includes(name) || choice.below(2) === 0)
          .map(([name, inner]) => [name, valueFor(inner, choice, idsFor, name)]),
      )
    default:
      return anyDocument(choice)
  }
}

/** What stands for a comment's document: rich text with something wrong in it, or nothing of the kind. */
function anyDocument(choice: Choice): unknown {
  const text = choice.pick(hostileStrings) || 'words'
  const href = choice.pick(['javascript:alert(1)', 'https://river.example/', 'data:text/html,x'])
  const marks = choice.pick([
    [],
    [{ type: 'bold' }],
    [{ type: 'link', attrs: { href } }],
    [{ type: 'script' }],
  ])
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text, marks }] }
  let deep: object = paragraph
  for (let n = 0; n < choice.pick([0, 3, 4000]); n++)
    deep = { type: 'bulletList', content: [{ type: 'listItem', content: [deep] }] }
  return choice.pick([
    { type: 'doc', content: [paragraph] },
    { type: 'doc', content: [deep] },
    anyJson(choice),
  ])
}
