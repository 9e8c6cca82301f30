import { describe, expect, test } from 'vitest'
import { parseArticleDocument } from '#shared/document/parse-document.ts'
import { articleSchema } from '#shared/document/schema.ts'
import { extractArticle } from './extract-article.ts'

const payloads = [
  '<script>attack()</script>',
  '<script src="https://evil.example/x.js"></script>',
  '<img src=x onerror=attack()>',
  '<svg onload=attack()><script>attack()</script><animate onbegin=attack()></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=attack()&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=attack()>">',
  '<template><img src=x onerror=attack()></template>',
  '<div><template shadowrootmode=open><img src=x onerror=attack()>shadow</template></div>',
  '<noscript><p title="</noscript><img src=x onerror=attack()>">',
  '<iframe srcdoc="<script>attack()</script>"></iframe>',
  '<iframe src="javascript:attack()"></iframe>',
  '<object data="javascript:attack()"></object><embed src="javascript:attack()">',
  '<a href="javascript:attack()">click</a>',
  '<a href="&#x6A;avascript&colon;attack()">click</a>',
  '<a href="https://evil.example/" onclick="attack()" style="position:fixed;inset:0">click</a>',
  '<form action="javascript:attack()"><button formaction="javascript:attack()">go</button><input autofocus onfocus=attack()></form>',
  '<base href="javascript:attack()//"><a href="x">relative</a>',
  '<meta http-equiv="refresh" content="0;url=javascript:attack()">',
  '<link rel=stylesheet href="https://evil.example/x.css"><style>*{background:url(https://evil.example)}</style>',
  '<details open ontoggle=attack()><summary>open</summary></details>',
  '<video><source onerror=attack()></video><audio src=x onerror=attack()></audio>',
  '<table background="javascript:attack()"><tr><td style="background:url(javascript:attack())">cell<td>b</table>',
  '<xmp><img src=x onerror=attack()></xmp>',
  '<plaintext><img src=x onerror=attack()>',
  '<form id=x><input name=nodeName><input name=childNodes></form><img name=getElementsByTagName>',
  '<p id="</p><script>attack()</script>">clobbered',
  '<isindex type=image src=1 onerror=attack()><keygen autofocus onfocus=attack()>',
  '<!--><img src=x onerror=attack()>-->',
  '<b><p><i><a><b><p></i></a><table><a><tr><b>adopted',
  '"><script>attack()</script>',
]

const frames: [string, (payload: string) => string][] = [
  ['alone', (payload) => payload],
  [
    'in an article',
    (payload) =>
      `<!doctype html><title>T</title><article>${'<p>They spoke of quotas, for hours, and agreed on little.</p>'.repeat(12)}${payload}<p>end</p></article>`,
  ],
  [
    'in the facts',
    (payload) =>
      `<!doctype html><title>${payload}</title><meta name=author content="${payload.replaceAll('"', '&quot;')}"><script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(payload).replaceAll('<', '\\u003c')}}</script><article><h1>${payload}</h1><p>text</p></article>`,
  ],
]

/** Names of every node and mark, and every attribute value, found in stored JSON. */
function inventory(json: unknown, names = new Set<string>(), values: unknown[] = []) {
  if (Array.isArray(json)) for (const item of json) inventory(item, names, values)
  else if (typeof json === 'object' && json !== null) {
    for (const [key, value] of Object.entries(json)) {
      if (key === 'type') names.add(String(value))
      else if (key === 'attrs') values.push(...Object.values(value as object))
      else if (key !== 'text') inventory(value, names, values)
    }
  }
  return { names, values }
}

describe('a hostile page', () => {
  for (const [where, frame] of frames) {
    for (const [kind, fileName] of [
      ['HTML', 'a.html'],
      ['Markdown', 'a.md'],
      ['text', 'a.txt'],
    ] as const) {
      test(`gives nothing but schema content: payloads ${where}, as ${kind}`, () => {
        for (const payload of payloads) {
          const article = extractArticle({
            bytes: new TextEncoder().encode(frame(payload)),
            fileName,
            url: 'https://example.org/',
          })
          expect(article.warnings.map(({ code }) => code)).not.toContain('extraction-failed')
          parseArticleDocument(article.document)
          const { names, values } = inventory(article.document)
          for (const name of names)
            expect(name in articleSchema.nodes || name in articleSchema.marks, name).toBe(true)
          for (const value of values)
            expect(String(value)).not.toMatch(/^\s*(?:javascript|vbscript|data)\s*:/i)
        }
      })
    }
  }

  test('keeps escaped markup as the text it is', () => {
    const article = extractArticle({
      bytes: new TextEncoder().encode('<p>Type &lt;img src=x onerror=attack()&gt; here</p>'),
    })
    expect(article.text).toBe('Type <img src=x onerror=attack()> here')
  })
})
