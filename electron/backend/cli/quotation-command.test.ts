import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
const text = '“We will wait,” said Ada Quill.'
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quotations-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(args: string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const node = ['--disable-warning=ExperimentalWarning', cli, 'quotations', ...args]
  return spawnSync(process.execPath, node, { input, encoding: 'utf8' })
}

describe('quotations', () => {
  test('answers each line of standard input in order, and an unreadable one with an error', () => {
    const lines = [JSON.stringify({ id: 'a', lang: 'en', text }), 'no JSON', JSON.stringify({ id: 'b' })]
    const answers = run(['--jsonl'], lines.join('\n'))
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers[0]).toMatchObject({
      id: 'a',
      quotations: [
        { start: 1, end: 14, exact: 'We will wait,', kind: 'direct', speaker: 'Ada Quill', cue: 'said' },
      ],
    })
    expect(answers[1]).toMatchObject({ id: null, error: expect.any(String) })
    expect(answers[2]).toMatchObject({ id: 'b', error: 'The line has no text.' })
  })

  test('prints those of a file, in JSON where asked', () => {
    const file = join(folder, 'article.txt')
    writeFileSync(file, text)
    expect(run([file]).stdout).toMatch(/^direct {3}0\.9\d {2}Ada Quill: We will wait,\n$/)
    expect(JSON.parse(run([file, '--json']).stdout)).toMatchObject({
      id: 'article.txt',
      quotations: [{ speaker: 'Ada Quill' }],
    })
  })

  test('says what is wrong: no file, a file that is not there, a language without tables', () => {
    expect(run([])).toMatchObject({ status: 1, stderr: expect.stringContaining('no-file') })
    expect(run([join(folder, 'none.txt')])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('cannot-read'),
    })
    const file = join(folder, 'other.txt')
    writeFileSync(file, text)
    expect(run([file, '--lang', 'xx'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('unknown-language'),
    })
  })
})
