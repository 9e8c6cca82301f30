import { expect, test } from '../../helpers/desktop-test.ts'

/* What Electron grants unless told otherwise: docs/security.md says which test shows what. */

const own = 'app://aide-memoire/'

test('only the main frame of our own page is listened to, and only for what a message may be', async ({
  launch,
}) => {
  const desktop = await launch()
  await desktop.app()
  const theme = async () => (await desktop.ask('look')).theme
  const dark = { theme: 'dark', language: 'en' }
  const before = await theme()
  expect(before).not.toBe('dark')

  await desktop.ask('sendAs', 'other', own, 'appearance', dark)
  await desktop.ask('sendAs', 'gone', own, 'appearance', dark)
  await desktop.ask('sendAs', 'main', 'https://example.org/', 'appearance', dark)
  await desktop.ask('sendAs', 'main', 'app://aide-memoire.example/', 'appearance', dark)
  await desktop.ask('sendAs', 'main', own, 'appearance', { theme: 'plaid', language: 'en' })
  expect(await theme()).toBe(before)
  await desktop.ask('sendAs', 'main', own, 'appearance', dark)
  expect(await theme()).toBe('dark')
})

test('nothing is downloaded but what the page made itself, no device is given, and no permission by looking it up', async ({
  launch,
}) => {
  const desktop = await launch()
  await desktop.app()
  expect(await desktop.ask('download', 'blob:app://aide-memoire/1f0a')).toBe(true)
  for (const url of [
    'https://example.org/tool.exe',
    'data:text/html,x',
    'file:///etc/passwd',
    'no address',
  ]) {
    expect(await desktop.ask('download', url), url).toBe(false)
  }
  for (const device of ['hid', 'serial', 'usb']) {
    expect(await desktop.ask('mayUseDevice', device), device).toBe(false)
  }
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'hid', 'usb']) {
    expect(await desktop.ask('hasPermission', permission, own), permission).toBe(false)
  }
  const copying = 'clipboard-sanitized-write'
  expect(await desktop.ask('hasPermission', copying, own)).toBe(true)
  expect(await desktop.ask('hasPermission', copying, 'https://example.org/')).toBe(false)
  expect(await desktop.ask('hasPermission', copying, null)).toBe(false)
  expect(await desktop.ask('mayAttachWebview')).toBe(false)
  expect(await desktop.ask('mayRedirect', own)).toBe(false)
})
