import { expect, test } from '../helpers/test.ts'
import { ferryText } from './samples/articles.ts'

const title = 'Harbour talks pause over the winter ferry'

test('copies of one report are folded into one row, shown with their outlets, and told apart by hand', async ({
  app,
  page,
  notes,
}) => {
  const { library } = app
  for (const [outlet, text] of [
    ['Strait Courier', ferryText],
    ['Bay Herald', `WINTER FERRY IN DOUBT\n\n${ferryText}`],
  ] as const) {
    const { articleId } = await notes.capture.clipText.mutate({ text, onDuplicate: 'separate' })
    await notes.article.update.mutate({ id: articleId, outlet, title: `${title}, ${outlet}` })
  }
  await expect(library.rows).toHaveCount(1)
  await expect(library.rows).toContainText('1 copy')

  await library.list().focus()
  await page.keyboard.press('v')
  await expect(page.getByRole('toolbar', { name: 'Copies of one story' })).toBeVisible()
  await expect(library.rows).toHaveCount(2)
  await page.keyboard.press('v')
  await expect(library.rows).toHaveCount(1)
  await library.rows.getByText('1 copy').click()
  await expect(library.rows).toHaveCount(2)
  await page.getByRole('button', { name: 'Back to the list' }).click()

  await library.rows.first().click()
  const strip = page.getByRole('region', { name: 'Copies of this article' })
  await expect(strip).toContainText(/Also in:.*Strait Courier/)
  await strip.getByRole('link', { name: 'Strait Courier' }).click()
  await expect(app.reader.title(`${title}, Strait Courier`)).toBeVisible()
  await page.keyboard.press('Shift+S')
  await expect(app.toasts.with('Taken out of the story.')).toBeVisible()
  await expect(strip).toBeHidden()
  await app.toasts.undo('Taken out').click()
  await expect(strip).toContainText('Bay Herald')
})
