import { expectAccessible } from '../helpers/axe.ts'
import { expect, test } from '../helpers/test.ts'

const words = 'The ferry sails every day of the year'
const later = 'No ice will stop it'

const harbourStyle = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Harbour Review</title><id>http://styles.example/harbour-review</id></info>
  <citation><layout prefix="{" suffix="}"><text variable="title"/></layout></citation>
  <bibliography><layout>
    <group delimiter=": "><text variable="container-title"/><text variable="title"/></group>
  </layout></bibliography>
</style>`

test.use({ colorScheme: 'dark' })

test('a dossier is written from the evidence: quotes stay alive in it, it saves itself, and an earlier version comes back', async ({
  app,
  notes,
  openWindow,
}) => {
  const { articleId } = await notes.capture.clipText.mutate({
    text: `“${words},” said Mira Holt. “${later},” she added on the quay of the old harbour.`,
    title: 'The ferry and the ice',
  })
  const mira = await notes.actor.create.mutate({ name: 'Mira Holt' })
  const ferry = await notes.topic.create.mutate({ name: 'Ferry' })
  const quote = await notes.quote.createByWords.mutate({ articleId, exact: words, speakerId: mira.id })
  await notes.link.set.mutate({ quoteIds: [quote.id], topicId: ferry.id, stance: 'supports' })
  await notes.quote.createByWords.mutate({ articleId, exact: later })
  const { page } = app
  const { keyboard } = page
  await app.press('g p')
  await expect(page.getByRole('heading', { name: 'No dossiers yet' })).toBeVisible()
  await app.press('n')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Winter on the strait')
  await keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Text of the dossier' })
  await expect(text).toBeFocused()

  await keyboard.type('# What was promised')
  await keyboard.press('Enter')
  await keyboard.type('The *owners* speak')
  await keyboard.press('Control+Alt+f')
  await keyboard.type('On the quay.')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('/warning')
  await expect(page.getByRole('option', { name: 'Box: warning' })).toBeVisible()
  await keyboard.press('Enter')
  await keyboard.type('Nothing is signed')
  await expect(text.locator('h1')).toHaveText('What was promised')
  await expect(text.locator('aside[data-kind=warning]')).toHaveText('Nothing is signed')
  await keyboard.press('Control+End')
  await keyboard.type('@every day')
  await page.getByRole('option', { name: words }).click()
  const embed = text.getByRole('figure').first()
  await expect(embed).toContainText(words)
  await expect(embed).toContainText('Mira Holt')
  await expect(embed).toContainText('Supports')

  // A correction made elsewhere shows; a second quote comes in from the list beside the text.
  await notes.actor.update.mutate({ id: mira.id, name: 'Mira Holt-Andersen' })
  await expect(embed).toContainText('Mira Holt-Andersen')
  await keyboard.press('Control+Shift+P')
  const aside = page.getByRole('complementary', { name: 'Quotes to put in' })
  await aside.getByRole('checkbox', { name: later }).check()
  await aside.getByRole('button', { name: 'Put in 1 quote' }).click()
  await expect(text.getByRole('figure')).toHaveCount(2)
  await expect(text.getByRole('figure').nth(1)).toContainText('Speaker not named')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await expectAccessible(page, 'a dossier with its quotes')

  // The sources follow what is quoted, in the style of choice, beside the text and in it; a style is added from a file.
  await keyboard.press('Control+Shift+Y')
  const sources = page.getByRole('complementary', { name: 'Sources' })
  await expect(sources.getByRole('list', { name: 'Sources' })).toContainText(/The ferry and the ice/)
  await expect(sources).toContainText('Quoted 2 times')
  await expect(embed).toContainText(/\(The Ferry and the Ice, n\.d\.\)/)
  const chosen = page.waitForEvent('filechooser')
  await sources.getByRole('button', { name: 'Citation styles…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Add from a file…' }).click()
  await (await chosen).setFiles({
    name: 'harbour.csl',
    mimeType: 'text/xml',
    buffer: Buffer.from(harbourStyle),
  })
  await expect(page.getByRole('dialog')).toContainText('Added “Harbour Review”.')
  await expectAccessible(page, 'citation styles')
  await keyboard.press('Escape')
  await expect(embed).toContainText('{The ferry and the ice}')
  await sources.getByRole('button', { name: 'No author, No date, No outlet' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Outlet' }).fill('Strait News')
  await keyboard.press('Enter')
  await expect(sources.getByRole('list', { name: 'Sources' })).toContainText(
    'Strait News: The ferry and the ice',
  )
  await sources.getByRole('button', { name: 'Put into the text' }).click()
  await expect(text.getByRole('region', { name: 'Sources' })).toContainText(
    'Strait News: The ferry and the ice',
  )
  await expectAccessible(page, 'a dossier with its sources')

  // To the source and back, to the same words.
  await embed.getByRole('link', { name: /The ferry and the ice/ }).click()
  await expect(page.getByRole('heading', { name: 'The ferry and the ice' })).toBeVisible()
  await keyboard.press('Alt+ArrowLeft')
  await expect(text.locator('h1')).toHaveText('What was promised')
  const [row] = await notes.dossier.list.query()
  expect(row).toMatchObject({ title: 'Winter on the strait', quoteCount: 2 })

  await keyboard.press('Control+Shift+H')
  const versions = page.getByRole('complementary', { name: 'Versions' })
  await versions.getByRole('textbox', { name: 'Name of a version' }).fill('As sent')
  await keyboard.press('Enter')
  await expect(versions).toContainText('As sent')
  await text.locator('h1').click()
  await keyboard.press('End')
  await keyboard.type(' in winter')
  await expect(page.getByText('Not saved yet')).toBeVisible()
  await keyboard.press('Control+S')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await versions.getByRole('button', { name: 'Compare with now' }).click()
  const comparison = page.getByRole('dialog')
  await expect(comparison.locator('ins')).toHaveText('in winter')
  await comparison.getByRole('button', { name: 'Restore' }).click()
  await expect(text.locator('h1')).toHaveText('What was promised')

  // Words typed by hand that stand in an article are known, and put in as a quote; the check names what is missing.
  await keyboard.press('Control+End')
  await keyboard.type(`“${later}”`)
  await keyboard.press('Control+Shift+D')
  const check = page.getByRole('complementary', { name: 'Evidence check' })
  await check.getByRole('button', { name: 'Link', exact: true }).click()
  await expect(text.getByRole('figure')).toHaveCount(3)
  await expect(check).toContainText('3 quotes are to be checked')
  await keyboard.press('Control+Shift+X')
  await page.getByRole('dialog').getByRole('radio', { name: 'List them in the file' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('Written')
  await keyboard.press('Escape')

  // A matrix is put in by `/`, leads to the quotes behind its cells, stays as it is, and is frozen anew when that is asked for.
  await text.locator('h1').click()
  await keyboard.press('End')
  await keyboard.press('Enter')
  await keyboard.type('/matrix')
  await keyboard.press('Enter')
  const freeze = page.getByRole('dialog', { name: 'Put in a position matrix' })
  await expect(freeze.getByRole('table')).toContainText('Supports')
  await freeze.getByRole('button', { name: 'Put it in' }).click()
  const view = text.getByRole('figure').filter({ has: page.getByRole('table') })
  await view.getByRole('textbox', { name: 'Caption' }).fill('Who wants the ferry')
  const cell = view.getByRole('button', { name: /^Mira Holt-Andersen, Ferry: Supports/ })
  await cell.focus()
  await keyboard.press('Enter')
  const behind = page.getByRole('dialog', { name: 'Mira Holt-Andersen · Ferry' })
  await expect(behind).toContainText(words)
  await expectAccessible(page, 'the quotes behind a cell of a frozen matrix')
  await keyboard.press('Escape')
  await notes.link.set.mutate({ quoteIds: [quote.id], topicId: ferry.id, stance: 'opposes' })
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await check.getByRole('button', { name: 'Check again' }).click()
  await expect(check).toContainText('The notebook says something else today.')
  await expect(cell).toBeVisible()
  await expectAccessible(page, 'a dossier with a frozen matrix')
  await view.hover()
  await view.getByRole('button', { name: 'Freeze anew' }).click()
  await expect(view.getByRole('button', { name: /Ferry: Opposes/ })).toBeVisible()
  await view.getByRole('button', { name: 'Open it live' }).click()
  await expect(page.getByRole('heading', { name: 'Position matrix' })).toBeVisible()

  // The same from the other side: the live matrix is put at the end of the dossier.
  await page.getByRole('button', { name: 'Export and print' }).click()
  await page.getByRole('menuitem', { name: 'Put into a dossier…' }).click()
  const into = page.getByRole('dialog', { name: 'Put into a dossier' })
  await into.getByRole('combobox', { name: 'Which dossier' }).selectOption('Winter on the strait')
  await into.getByRole('button', { name: 'Put it in' }).click()
  await expect(text.getByRole('figure').filter({ has: page.getByRole('table') })).toHaveCount(2)
  await expect(view.first().getByRole('textbox', { name: 'Caption' })).toHaveValue('Who wants the ferry')

  // A quote that goes to the trash is told where it is used.
  await notes.quote.trash.mutate({ ids: [quote.id] })
  await expect(text).toContainText('This quote is in the trash.')

  // A window that is closed within a second of the last key loses nothing.
  const other = await openWindow()
  await text.locator('h1').click()
  await keyboard.press('End')
  await keyboard.type(', at the last moment')
  await page.close({ runBeforeUnload: true })
  await other.press('g p')
  await other.page.getByRole('option', { name: 'Winter on the strait' }).click()
  await expect(other.page.getByRole('textbox', { name: 'Text of the dossier' }).locator('h1')).toHaveText(
    'What was promised, at the last moment',
  )

  // A long one, of which only what is near is laid out: the caret goes anywhere in it, and a selection over all of it.
  const line = (index: number) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `Line ${index} of the log` }],
  })
  const content = Array.from({ length: 400 }, (_, index) => line(index))
  await notes.dossier.create.mutate({ title: 'The long log', document: { type: 'doc', content } })
  const { page: there } = other
  const log = there.getByRole('textbox', { name: 'Text of the dossier' })
  await there.getByRole('option', { name: 'The long log' }).click()
  await log.getByText('Line 0 of').click()
  await there.keyboard.press('Control+End')
  await there.keyboard.type(', the last')
  await expect(log.getByText('Line 399 of the log, the last')).toBeInViewport()
  await there.keyboard.press('Control+Home')
  for (let lines = 0; lines < 60; lines++) await there.keyboard.press('ArrowDown')
  await there.keyboard.press('End')
  await there.keyboard.type(', by the arrows')
  await expect(log.getByText('Line 60 of the log, by the arrows')).toBeInViewport()
  await there.keyboard.press('Control+Home')
  await there.keyboard.press('Control+Shift+End')
  await expect(there.getByText('2,005 words selected')).toBeVisible()
  await there.keyboard.press('ArrowRight')
  await there.keyboard.type('!')
  await expect(log.getByText('the last!')).toBeInViewport()
})
