import { expect, test } from '../helpers/test.ts'

/** A red square of eight pixels. */
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC'
const words =
  'The delegations met on the bridge for the third time and agreed on what is still open. '.repeat(6)

function page(...images: string[]): string {
  const body = images.map((image) => `<p>${words}</p><p>${image}</p>`).join('')
  return Buffer.from(
    `<!doctype html><title>On the bridge</title><article><h1>On the bridge</h1>${body}<p>${words}</p></article>`,
  ).toString('base64')
}

test('a picture that a saved page carries is shown out of the notebook; one it only names is described, and not fetched', async ({
  app,
  notes,
  page: window,
}) => {
  await notes.capture.clipFile.mutate({
    fileName: 'bridge.html',
    bytes: page(
      `<img alt="The open gate" src="data:image/png;base64,${png}">`,
      '<img alt="The closed gate" src="https://pictures.example/gate.png">',
    ),
  })
  await window.getByRole('option', { name: /On the bridge/ }).click()
  await expect(app.reader.title('On the bridge')).toBeVisible()
  const shown = window.getByRole('img', { name: 'The open gate' })
  await expect(shown).toHaveAttribute('src', /^blob:/)
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(8)
  await expect(window.getByRole('img', { name: 'The closed gate' })).toHaveText('The closed gate')
})
