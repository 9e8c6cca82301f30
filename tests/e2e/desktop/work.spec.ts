import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../../helpers/desktop-test.ts'
import { ferryText } from '../samples/articles.ts'

test('the built desktop app opens the sample notebook, reads an article, clips a file, and finds it', async ({
  launch,
}) => {
  const desktop = await launch({ args: ['--sample'] })
  const app = await desktop.app()
  await app.library.holds(40)

  await app.library.row('Grend says reopening').click()
  await expect(app.reader.marks().first()).toBeVisible()

  await desktop.ask('clickMenu', 'clip')
  const file = { name: 'ferry.txt', mimeType: 'text/plain', buffer: Buffer.from(ferryText) }
  await app.library.clipDialog.files.setInputFiles([file])
  await expect(app.toasts.with('Clipped')).toBeVisible()

  await app.frame.search.fill('ferry')
  await app.page.keyboard.press('Enter')
  await expect(app.search.hit('winter ferry').first()).toBeVisible()

  const { windows, opened } = await desktop.ask('look')
  expect(windows[0]?.url).toMatch(/^app:\/\/aide-memoire\/#\/search\b/)
  expect(opened).toEqual([])
})

test('a backend that is killed comes back; what was typed stays, and what is asked for meanwhile happens once', async ({
  launch,
}) => {
  const desktop = await launch({ args: ['--sample'] })
  const app = await desktop.app()
  await app.library.holds(40)
  await desktop.ask('clickMenu', 'clip')
  await app.library.clipDialog.field.fill(ferryText)
  const [backend = 0] = (await desktop.ask('look')).backends
  process.kill(backend, 'SIGKILL')
  await expect(app.library.clipDialog.field).toHaveValue(ferryText)
  await app.library.clipDialog.submit.click()
  await expect(app.toasts.with('Clipped')).toBeVisible()
  await app.library.holds(41)
  await expect(app.frame.lost).toBeHidden()
  const { backends } = await desktop.ask('look')
  expect(backends).toHaveLength(1)
  expect(backends).not.toContain(backend)
  // The other window reads what is stored, not what this one remembers.
  await desktop.ask('clickMenu', 'newWindow')
  const other = await desktop.app(1)
  await other.library.holds(41)
})

test('told to end by a signal, it closes the notebook into one file, and comes back where it was', async ({
  launch,
}) => {
  const desktop = await launch({ args: ['--sample'] })
  const app = await desktop.app()
  await app.library.row('Grend says reopening').click()
  await expect(app.reader.marks().first()).toBeVisible()
  const title = await app.frame.main.getByRole('heading', { level: 1 }).textContent()
  const { code } = await desktop.end('SIGTERM')
  expect(code).toBe(0)
  const documents = join(desktop.folder, 'Documents', 'Aide-Mémoire')
  expect(readdirSync(documents).filter((name) => /-wal|-shm|lock/.test(name))).toEqual([])

  const again = await launch({ folder: desktop.folder })
  const there = await again.app()
  await expect(there.frame.main.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
})
