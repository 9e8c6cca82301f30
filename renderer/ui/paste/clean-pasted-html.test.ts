import { expect, test } from 'vitest'
import { cleanPastedHtml } from './clean-pasted-html.ts'

test('styles and handlers are left out, and so are scripts, comments and what is no text', () => {
  expect(
    cleanPastedHtml(
      `<html><head><style>p > b {color: red}</style><title>x</title></head><body><!-- <p>no</p> --><p style="color:red" ONCLICK='go("x")' lang=uk>Текст<br style='x:y'></p><script>alert("</p>")</script></body></html>`,
    ),
  ).toBe('<html><head></head><body><p lang="uk">Текст<br></p></body></html>')
})

test('what Google Docs calls bold, italic and struck out stays so, and what it does not is not', () => {
  expect(
    cleanPastedHtml(
      '<b style="font-weight:normal;" id="docs"><p><span style="font-weight:700;color:#000">Bold</span> <span style="font-weight:400">plain</span> <span style="font-style:italic;text-decoration:line-through">gone</span></p></b>',
    ),
  ).toBe('<p><span><strong>Bold</strong></span> <span>plain</span> <span><em><s>gone</s></em></span></p>')
})

test('paragraphs that Word calls items become lists, by their levels and their numbers', () => {
  const item = (level: number, marker: string, text: string) =>
    `<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`
  expect(
    cleanPastedHtml(
      `<div>${item(1, '·', 'Water')}${item(2, '1)', 'Dams')}${item(2, '2)', 'Wells')}${item(1, '·', 'Crossings')}<p>After</p></div>`,
    ).replaceAll(/<span><\/span>|<o:p><\/o:p>| class="MsoListParagraph"/g, ''),
  ).toBe(
    '<div><ul><li><p>Water</p><ol><li><p>Dams</p></li><li><p>Wells</p></li></ol></li><li><p>Crossings</p></li></ul><p>After</p></div>',
  )
})

test('a list of Word ends with what it stands in, and at the end of what was copied', () => {
  const item = `<p style='mso-list:l1 level1 lfo2'>One</p>`
  expect(cleanPastedHtml(`<div>${item}</div><p>After</p>${item}`)).toBe(
    '<div><ul><li><p>One</p></li></ul></div><p>After</p><ul><li><p>One</p></li></ul>',
  )
})

test('what the editor copied itself keeps what it says about its nodes', () => {
  const own = '<div data-quote="0190" data-pm-slice="1 1 []">x &lt; y &amp; z</div>'
  expect(cleanPastedHtml(own)).toBe(own)
})

test('broken markup loses no text that stands before it breaks, and closes what it opened', () => {
  expect(cleanPastedHtml('a < b <i>c</u> d')).toBe('a &lt; b <i>c d</i>')
  expect(cleanPastedHtml('<p>kept</p><p title="never ends')).toBe('<p>kept</p>')
})

test('as much markup as anybody can copy is gone through once, however it is broken', () => {
  for (const piece of ['<a ', '<a "', "<p style='", '<!-', '<style>', '<b>', '</b>', '<'])
    expect(cleanPastedHtml(piece.repeat(200_000)).length).toBeLessThan(4_000_000)
  expect(cleanPastedHtml(`${'<i>'.repeat(100_000)}deep${'</b>'.repeat(100_000)}`)).toContain('deep</i>')
})
