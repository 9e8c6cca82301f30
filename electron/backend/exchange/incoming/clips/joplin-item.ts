/** What Joplin keeps, by its own numbers. */
export const joplinType = { note: 1, folder: 2, resource: 4, tag: 5, noteTag: 6 } as const

export interface JoplinItem {
  type: number
  id: string
  title: string
  body: string
  get(name: string): string
}

/**
 * One of Joplin's files: a title, an empty line, the body, an empty line, and `name: value` lines to the end. Undefined for a page
 * that is none.
 */
export function readJoplinItem(text: string): JoplinItem | undefined {
  const lines = text.trimEnd().split('\n')
  const values = new Map<string, string>()
  let first = lines.length
  while (first > 0) {
    const pair = /^([a-z_]{1,40}):(?: (.*))?$/.exec(lines[first - 1] ?? '')
    if (pair === null) break
    values.set(pair[1] ?? '', (pair[2] ?? '').trim())
    first -= 1
  }
  const type = Number(values.get('type_') ?? Number.NaN)
  const id = values.get('id') ?? ''
  if (!Number.isInteger(type) || !/^[0-9a-f]{32}$/.test(id)) return undefined
  const [title = '', , ...body] = lines.slice(0, first)
  return {
    type,
    id,
    title: title.trim(),
    body: body.join('\n').trim(),
    get: (name) => values.get(name) ?? '',
  }
}
