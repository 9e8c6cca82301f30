import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { expect, onTestFinished, test, vi } from 'vitest'
import { codedNotebook } from '../exchange/coded.fixture.ts'
import { addShareCommand } from './share-command.ts'

/** Runs `share` in this process, and answers with what it printed. */
async function run(path: string, ...args: string[]): Promise<{ out: string; error: string }> {
  const said = { out: '', error: '' }
  const take = (stream: 'stdout' | 'stderr', into: 'out' | 'error') =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[into] += String(text)
      return true
    })
  const spies = [take('stdout', 'out'), take('stderr', 'error')]
  const program = new Command().option('--notebook <path>').option('--json').exitOverride()
  addShareCommand(program)
  try {
    await program.parseAsync(['--notebook', path, ...args], { from: 'user' })
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  const { exitCode } = process
  process.exitCode = undefined
  if (said.error !== '') expect(exitCode).toBe(1)
  return said
}

test('a part is named on the command line, told of beforehand, and written once', async () => {
  const path = await codedNotebook()
  const target = join(dirname(path), 'water.memoire')
  const previewed = await run(path, 'share', target, '--topic', '=water', '--with', 'comments', '--preview')
  expect(previewed).toMatchObject({
    error: '',
    out: expect.stringMatching(/^Would be shared: 1 articles.* 2 comments/),
  })
  expect(previewed.out).toContain('Left out: coders, status, dossiers')
  expect(existsSync(target)).toBe(false)

  const written = await run(
    path,
    '--json',
    'share',
    target,
    '--topic',
    '=water',
    '--without',
    'originals,rejections',
  )
  expect(JSON.parse(written.out)).toMatchObject({
    path: target,
    counts: { articles: 1, comments: 0 },
    without: ['comments', 'coders', 'status', 'dossiers', 'originals', 'rejections'],
  })
  expect(existsSync(target)).toBe(true)
  expect((await run(path, 'share', target, '--all')).error).toMatch(/^file-exists/)
})

test('a part that is none is refused with what to do', async () => {
  const path = await codedNotebook()
  const target = join(dirname(path), 'none.memoire')
  onTestFinished(() => expect(existsSync(target)).toBe(false))
  expect((await run(path, 'share', target)).error).toMatch(/^nothing-to-share: .*\nChoose/)
  expect((await run(path, 'share', target, '--all', '--topic', '=water')).error).toContain('not both')
  expect((await run(path, 'share', target, '--round', 'Nowhere')).error).toMatch(/^no-such-round/)
  expect((await run(path, 'share', path, '--all', '--replace')).error).toMatch(/^same-notebook/)
  await expect(run(path, 'share', target, '--all', '--without', 'everything')).rejects.toThrow(
    /one of comments/,
  )
})
