import type { Page } from '@playwright/test'
import { expect, test } from '../helpers/test.ts'

/** Each would set `globalThis.ran`, ask another host, or lead away, if anything of it came alive. */
const attacks = [
  '<script>globalThis.ran = 1</script>',
  '<img src=x onerror="globalThis.ran = 2">',
  '<svg onload="globalThis.ran = 3"><a xlink:href="javascript:globalThis.ran=4"><text>svg</text></a></svg>',
  '<math><mtext><style><img src=x onerror="globalThis.ran = 5"></style></mtext></math>',
  '<a href="javascript:globalThis.ran = 6">link that runs</a>',
  '<a href=" jAvAsCrIpT&colon;globalThis.ran = 7">link that runs in disguise</a>',
  '<meta http-equiv="refresh" content="0;url=https://attacker.example/gone">',
  '<base href="https://attacker.example/">',
  '<form action="https://attacker.example/form"><button autofocus>Send</button></form>',
  '<iframe srcdoc="<script>parent.ran = 8</script>"></iframe>',
  '<iframe src="https://attacker.example/frame"></iframe>',
  '<object data="https://attacker.example/object"></object><embed src="https://attacker.example/embed">',
  '<link rel="stylesheet" href="https://attacker.example/style.css"><style>@import "https://attacker.example/i.css";</style>',
  '<p style="background:url(https://attacker.example/p.png)">styled</p>',
  '<video src="https://attacker.example/v.mp4" poster="https://attacker.example/v.png" autoplay></video>',
  '<img srcset="https://attacker.example/2x.png 2x" src="https://attacker.example/1x.png" alt="far picture">',
  '<details open ontoggle="globalThis.ran = 9"><summary>details</summary></details>',
  '<template><script>globalThis.ran = 10</script></template><noscript><img src=x onerror="globalThis.ran=11"></noscript>',
  '{{constructor.constructor("globalThis.ran = 12")()}}',
]
const name = '"><img src=x onerror="globalThis.ran=20">\'<script>globalThis.ran=21</script>'

async function expectNothingRan(page: Page): Promise<void> {
  // What was to run later, such as the error of an image, has had its time.
  await page.waitForLoadState('networkidle')
  const state = await page.evaluate(() => ({
    ran: (globalThis as unknown as { ran?: unknown }).ran ?? null,
    alive: document.querySelectorAll(
      'iframe, object, embed, base, form[action], main script, main style, [onerror], [onload], a[href^="javascript"]',
    ).length,
  }))
  expect(state).toEqual({ ran: null, alive: 0 })
}

test('a pasted page full of attacks is read as words alone', async ({ app, page }) => {
  await app.library.paste({
    text: 'Harbour report',
    html: `<h1>Harbour report</h1><p>The harbour is open to every ship that pays its dues in time.</p>${attacks.join('\n')}`,
  })
  await app.toasts.with('Clipped').getByRole('button', { name: 'Open' }).click()
  const text = app.page.getByRole('main').getByRole('textbox').first()
  await expect(text).toContainText('The harbour is open to every ship')
  await expectNothingRan(page)
  const links = await text.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
  expect(links.filter((href) => href !== null && !/^(https?|mailto):/.test(href))).toEqual([])
})

test('hostile files, in markup, Markdown and plain text, with hostile names, stay words', async ({
  app,
  page,
}) => {
  // Three reports, not three copies of one.
  const [page1, page2, page3] = [
    'the harbour, its dues and the ships',
    'a lighthouse that nobody lights',
    'nets',
  ].map((subject) => `A long enough paragraph about ${subject}, and about whoever wrote it down in time.`)
  await app.library.drop([
    {
      name: `${name}.html`,
      type: 'text/html',
      text: `<!doctype html><html><head><title>${name}</title><meta name="author" content='${name}'>${attacks.join('')}</head><body onload="globalThis.ran=30"><article><h1>Page</h1><p>${page1}</p>${attacks.join('')}</article></body></html>`,
    },
    {
      name: 'attack.md',
      type: 'text/markdown',
      text: `# Markdown ${name}\n\n${page2}\n\n[click](javascript:globalThis.ran=31) ![x](https://attacker.example/md.png)\n\n${attacks.join('\n\n')}`,
    },
    { name: 'attack.txt', type: 'text/plain', text: `Plain ${name}\n\n${page3}\n\n${attacks.join('\n\n')}` },
  ])
  await expect(app.library.rows).toHaveCount(3)
  await expectNothingRan(page)
  for (const row of [0, 1, 2]) {
    await app.frame.go('Library')
    await app.library.rows.nth(row).click()
    await expect(page.getByRole('main').getByRole('textbox').first()).toContainText('A long enough paragraph')
    await expectNothingRan(page)
  }
})

test('a hostile name of a topic, an actor, an alias or a title is shown as it was written', async ({
  app,
  page,
  notes,
}) => {
  const { articleId } = await notes.capture.clipText.mutate({ text: 'Some words to be quoted.', title: name })
  const quote = await notes.quote.createByWords.mutate({ articleId, exact: 'words to be quoted' })
  await app.frame.go('Topics')
  await app.press('n')
  await expect(page.locator('input:focus')).toHaveValue('New topic')
  await page.keyboard.insertText(name)
  await page.keyboard.press('Enter')
  await expect(app.topics.name).toHaveValue(name)
  await app.topics.addAlias.fill(name)
  await app.topics.addAlias.press('Enter')
  await app.topics.description.fill(attacks.join(' '))
  await app.topics.description.blur()
  const [topic] = await notes.topic.list.query()
  await notes.link.set.mutate({ quoteIds: [quote.id], topicId: topic?.id ?? '', stance: 'supports' })
  await app.frame.go('Actors')
  await app.actors.find.fill(name)
  await app.actors.addButton(name).click()
  await expect(app.actors.name).toHaveValue(name)
  const [actor] = await notes.actor.list.query()
  await notes.quote.update.mutate({ id: quote.id, speakerId: actor?.id ?? '' })
  await notes.comment.saveMarkdown.mutate({ target: { quoteId: quote.id }, markdown: attacks.join('\n\n') })
  await expect(app.actors.quotes).toHaveCount(1)
  await expectNothingRan(page)
  await app.frame.search.fill(name)
  await expect(app.search.status).toBeVisible()
  await expectNothingRan(page)
  await app.frame.search.fill('"words to be quoted"')
  await app.search.hits.first().click()
  await expect(app.cards.all).toHaveCount(1)
  await expectNothingRan(page)
  await notes.topic.trash.mutate({ ids: [topic?.id ?? ''] })
  await app.frame.go('Trash')
  await expect(app.trash.items.filter({ hasText: name })).toHaveCount(1)
  await expectNothingRan(page)
})
