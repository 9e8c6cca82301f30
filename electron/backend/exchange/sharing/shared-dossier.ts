import { withheldCoderName } from '#shared/domain/sharing.ts'
import type { Chosen } from './choose-part.ts'

type Json = Record<string, unknown>

/**
 * The document of a dossier as it is shared: its frozen views lead to no quotes but those of the part, and name no coders where
 * their names are withheld. Everything else is as it was written.
 */
export function sharedDocument(json: string, { quotes, withheld }: Chosen): string {
  if (!json.includes('"frozenView"')) return json
  const isOfPart = (id: unknown) => typeof id === 'string' && quotes.has(id)
  const ofView = (key: string, value: unknown): unknown => {
    if (key === 'quoteIds' && Array.isArray(value)) return value.filter(isOfPart)
    if (key !== 'coders' || !Array.isArray(value) || !withheld.has('coders')) return value
    return (value as Json[]).map((coder) => ({ ...coder, name: withheldCoderName(String(coder['id'])) }))
  }
  return JSON.stringify(
    JSON.parse(json, (_, value: unknown) => {
      if (!isFrozenView(value)) return value
      return { ...value, attrs: JSON.parse(JSON.stringify(value.attrs), ofView) as unknown }
    }),
  )
}

function isFrozenView(value: unknown): value is { type: string; attrs: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as Json)['type'] === 'frozenView' &&
    'attrs' in value
  )
}
