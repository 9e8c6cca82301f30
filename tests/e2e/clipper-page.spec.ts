import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import type { pageApi } from '../../clipper/page/collect.ts'
import { selectWords } from '../helpers/clipper/site.ts'

const script = fileURLToPath(new URL('../../out/clipper/chromium/page.js', import.meta.url))

declare const aideMemoireClipper: typeof pageApi

/** What the clipper's own code reads of a selection in a page of this markup. */
async function selectorsIn(page: Page, markup: string, from: string, to: string) {
  await page.setContent(`<!doctype html><title>Page</title><body>${markup}</body>`)
  await page.addScriptTag({ path: script })
  await page.evaluate(selectWords, [from, to] as const)
  return page.evaluate(() => aideMemoireClipper.glance().selection)
}

test('blocks and line breaks part words, and inline marks do not', async ({ page }) => {
  const markup =
    '<h2>Title</h2><p>One <b>bo</b>ld word<br>and a line</p><ul><li>first<li>second</ul><p>End</p>'
  expect(await selectorsIn(page, markup, 'One', 'first')).toEqual({
    exact: 'One bold word\nand a line\nfirst',
    prefix: 'Title\n',
    suffix: '\nsecond\nEnd',
  })
})

test('what a page does not show is no part of a passage', async ({ page }) => {
  const markup = `<p>Seen <span style="display:none">hidden</span><script>let code</script><style>p{}</style><i hidden>also</i>
    <span style="visibility:hidden">unseen</span><em aria-hidden="true">icon</em>words</p>`
  expect((await selectorsIn(page, markup, 'Seen', 'words'))?.exact).toBe('Seen words')
})

test('words are read as they are written, not as a style sheet shows them', async ({ page }) => {
  const markup = '<p>Before. <span style="text-transform:uppercase">Loud words</span> after.</p>'
  expect(await selectorsIn(page, markup, 'Loud', 'words')).toEqual({
    exact: 'Loud words',
    prefix: 'Before. ',
    suffix: ' after.',
  })
})

test('nothing selected, or nothing but white space, is no passage', async ({ page }) => {
  expect(await selectorsIn(page, '<p>a   b</p>', '   ', '   ')).toBeNull()
  await page.evaluate(() => getSelection()?.removeAllRanges())
  expect(await page.evaluate(() => aideMemoireClipper.glance().selection)).toBeNull()
})

test('a selection is taken with its markup, and without programs, styles and form fields', async ({
  page,
}) => {
  await selectorsIn(
    page,
    '<p onclick="run()">Some <b>bold</b><script>run()</script><input value="typed"> words</p>',
    'Some',
    'words',
  )
  const part = await page.evaluate(() => aideMemoireClipper.collect({ kind: 'selection' }))
  expect(part).toMatchObject({ kind: 'part', title: 'Page', html: 'Some <b>bold</b> words' })
})
