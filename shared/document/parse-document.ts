import type { Node, Schema } from 'prosemirror-model'
import { articleSchema, deepestNesting } from './schema.ts'

export interface ArticleMarkJson {
  type: string
  attrs?: { [name: string]: unknown }
}

/** A node of an article as it is stored: the shape of ProseMirror's own `toJSON`. */
export interface ArticleNodeJson {
  type: string
  attrs?: { [name: string]: unknown }
  content?: ArticleNodeJson[]
  marks?: ArticleMarkJson[]
  text?: string
}

/** Says which part of the JSON is no document of its schema, and why. `path` reads like `doc.content[3].attrs`. */
export class DocumentFormatError extends Error {
  readonly code = 'document-format'
  readonly path: string

  constructor(path: string, reason: string) {
    super(`Not a readable document: ${reason} (at ${path})`)
    this.name = 'DocumentFormatError'
    this.path = path
  }
}

type Dictionary = { [name: string]: unknown }

const nodeKeys = new Set(['type', 'attrs', 'content', 'marks', 'text'])
const markKeys = new Set(['type', 'attrs'])

function asDictionary(value: unknown, path: string): Dictionary {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DocumentFormatError(path, 'an object is expected')
  }
  return value as Dictionary
}

function asArray(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw new DocumentFormatError(path, 'a list is expected')
  return value
}

function refuseUnknownKeys(value: Dictionary, known: Set<string>, path: string): void {
  for (const key of Object.keys(value)) {
    if (!known.has(key)) throw new DocumentFormatError(path, `the property ${JSON.stringify(key)} is unknown`)
  }
}

function typeNamed<Type>(types: { [name: string]: Type }, name: unknown, kind: string, path: string): Type {
  const type = typeof name === 'string' && Object.hasOwn(types, name) ? types[name] : undefined
  if (type === undefined)
    throw new DocumentFormatError(path, `the ${kind} ${JSON.stringify(name)} is unknown`)
  return type
}

// ProseMirror drops attributes it does not know without a word; evidence must not be read that leniently.
function checkAttributes(value: unknown, spec: { attrs?: object | null }, path: string): void {
  if (value === undefined || value === null) return
  refuseUnknownKeys(asDictionary(value, path), new Set(Object.keys(spec.attrs ?? {})), path)
}

function checkMark(schema: Schema, value: unknown, path: string): void {
  const mark = asDictionary(value, path)
  refuseUnknownKeys(mark, markKeys, path)
  const type = typeNamed(schema.marks, mark['type'], 'mark', path)
  checkAttributes(mark['attrs'], type.spec, `${path}.attrs`)
}

function checkText(value: unknown, path: string): void {
  if (typeof value !== 'string' || value === '')
    throw new DocumentFormatError(path, 'a text must not be empty')
  if (!value.isWellFormed()) throw new DocumentFormatError(path, 'a text holds half a surrogate pair')
  if (value.includes('\0')) throw new DocumentFormatError(path, 'a text holds a NUL character')
}

function checkNode(schema: Schema, value: unknown, path: string, depth: number): void {
  if (depth > deepestNesting) throw new DocumentFormatError(path, `nodes nest deeper than ${deepestNesting}`)
  const node = asDictionary(value, path)
  refuseUnknownKeys(node, nodeKeys, path)
  const type = typeNamed(schema.nodes, node['type'], 'node', path)
  checkAttributes(node['attrs'], type.spec, `${path}.attrs`)
  if (node['marks'] !== undefined) {
    if (!type.isInline) throw new DocumentFormatError(path, 'only text and line breaks carry marks')
    asArray(node['marks'], `${path}.marks`).forEach((mark, index) => {
      checkMark(schema, mark, `${path}.marks[${index}]`)
    })
  }
  if (type.isText) {
    checkText(node['text'], path)
    if (node['content'] !== undefined) throw new DocumentFormatError(path, 'a text has no content')
  } else if (node['text'] !== undefined) {
    throw new DocumentFormatError(path, 'only a text node has a text')
  }
  if (node['content'] === undefined) return
  asArray(node['content'], `${path}.content`).forEach((child, index) => {
    checkNode(schema, child, `${path}.content[${index}]`, depth + 1)
  })
}

/**
 * Refuses what ProseMirror alone would drop in silence: unknown nodes, marks, attributes and properties, and nesting that would
 * exhaust the stack. Where things may stand is for `Node.check` to say.
 *
 * @throws DocumentFormatError
 */
export function checkDocumentJson(schema: Schema, json: unknown): void {
  checkNode(schema, json, 'doc', 0)
}

/**
 * Reads an article document from untrusted JSON. Unknown nodes, marks, attributes and properties, attribute values that
 * the schema refuses, and content in the wrong place all throw a `DocumentFormatError`; nothing is repaired or dropped.
 */
export function parseArticleDocument(json: unknown): Node {
  checkDocumentJson(articleSchema, json)
  try {
    const document = articleSchema.nodeFromJSON(json)
    if (document.type !== articleSchema.topNodeType) throw new RangeError('the outermost node must be a doc')
    document.check()
    return document
  } catch (error) {
    throw new DocumentFormatError('doc', error instanceof Error ? error.message : String(error))
  }
}

/** The stored form of a document; `parseArticleDocument` reads it back to an equal document. */
export function articleDocumentToJson(document: Node): ArticleNodeJson {
  return document.toJSON() as ArticleNodeJson
}
