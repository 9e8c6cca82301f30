import { describe, expect, test } from 'vitest'
import { stripTags } from './strip-tags.ts'

describe('stripping tags without building a tree', () => {
  test('gives the text of blocks on lines, without scripts, styles, comments and the head', () => {
    const page =
      '<!doctype html><head><title>T</title><style>p{}</style></head><body><!-- <p>no</p> --><p title="a>b">One <b>two</b></p><SCRIPT>if (a<b) "</p>"</SCRIPT><div>three<br>four &lt;five&gt; &#1111;&#x438;</div>'
    expect(stripTags(page)).toBe('One two\nthree\nfour <five> їи')
  })

  test('leaves a lonely angle bracket as text', () => {
    expect(stripTags('1 < 2 and 3 > 2')).toBe('1 < 2 and 3 > 2')
  })

  test.each([
    ['open tags', '<'.repeat(3_000_000)],
    ['unclosed quotes', '<a b="'.repeat(500_000)],
    ['unclosed comments', '<!--'.repeat(700_000)],
    ['unclosed scripts', '<script>'.repeat(400_000)],
    ['closed and opened scripts', '<script></style>'.repeat(200_000)],
    ['alternating quotes', `<a ${`"'`.repeat(1_500_000)}`],
  ])('stays linear on three megabytes of %s', (_, html) => {
    const started = performance.now()
    stripTags(html)
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
