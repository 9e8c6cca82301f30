import { expect, test } from 'vitest'
import { browserCommand } from './open-browser.ts'

const url = 'http://127.0.0.1:1/#token=a&b;c'

test('the address is one argument of its own, which no shell reads', () => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const [program, ...args] = browserCommand(url, { DISPLAY: ':0' }, platform) ?? []
    expect(program).not.toMatch(/sh$|cmd/)
    expect(args.at(-1)).toBe(url)
  }
})

test('where there is no display, no browser is started', () => {
  expect(browserCommand(url, {}, 'linux')).toBeNull()
  expect(browserCommand(url, { WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).not.toBeNull()
})
