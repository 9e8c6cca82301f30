import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { startWithFixture, tokenOf } from './host.fixture.ts'
import { ownerOf } from './peer-owner.ts'

const head =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode'

test('the owner of a connection is read from the row of the end that is not ours', () => {
  const list = [
    head,
    '   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1 0 100 0 0 10 0',
    '   1: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 2 1 0 20 4 0 10 -1',
    '   2: 0100007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 3 1 0 20 4 0 10 -1',
  ].join('\n')
  expect(ownerOf(0xc001, 0x1f90, [list, ''])).toBe(1001)
  expect(ownerOf(0xc002, 0x1f90, [list, ''])).toBeNull()
  expect(ownerOf(0xc001, 0x1f90, ['', ''])).toBeNull()
})

test('an IPv6 socket that reached 127.0.0.1 is found by its last eight digits', () => {
  const mapped = '0000000000000000FFFF00000100007F'
  const row = `   0: ${mapped}:C001 ${mapped}:1F90 01 00000000:00000000 00:00000000 00000000  1002        0 3 1 0 20 4 0 10 -1`
  expect(ownerOf(0xc001, 0x1f90, ['', `${head}\n${row}`])).toBe(1002)
})

const tradeToken = `
  const [origin, token] = process.argv.slice(1)
  const headers = { Origin: origin, 'Content-Type': 'application/json' }
  fetch(origin + '/session', { method: 'POST', headers, body: JSON.stringify({ token }) })
    .then((response) => console.log(response.status))
`

test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'another user of the machine cannot use a token he saw, and leaves it for its owner',
  async () => {
    const { host, stop } = await startWithFixture()
    const tradeAs = async (uid: number, token: string) => {
      const args = ['-e', tradeToken, host.origin, token]
      const child = spawn(process.execPath, args, {
        uid,
        cwd: '/',
        env: {},
        stdio: ['ignore', 'pipe', 'inherit'],
        timeout: 10_000,
      })
      return (await text(child.stdout)).trim()
    }
    try {
      const token = tokenOf(host.launchUrl())
      expect(await tradeAs(12_345, token)).toBe('403')
      expect(await tradeAs(0, token)).toBe('200')
    } finally {
      await stop()
    }
  },
)
