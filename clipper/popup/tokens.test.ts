import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

function tokensOf(path: string): Map<string, string> {
  const css = readFileSync(new URL(path, import.meta.url), 'utf8').replace(/\s+/g, ' ')
  const root = css.slice(css.indexOf(':root'), css.indexOf('}'))
  return new Map(
    [...root.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

test("the popup's tokens have the values of the app's", () => {
  const app = tokensOf('../../renderer/ui/tokens.css')
  const own = tokensOf('tokens.css')
  // No serif face travels with the extension.
  own.delete('font-serif')
  expect(own.size).toBeGreaterThan(40)
  for (const [name, value] of own) expect({ name, value }).toEqual({ name, value: app.get(name) })
})
