import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What a package was to be made of. */
export interface PackageOrder {
  /** Every argument, in order. */
  args: string[]
  /** Where each file was to go, and what stood in it where it is text. */
  files: { from: string; to: string; text: string }[]
  /** The script that runs after installing. */
  afterInstall: string
}

/**
 * Puts a program in the place of fpm, which makes deb and rpm and would have to be fetched: it writes down what it is
 * asked for.
 *
 * @returns the environment in which electron-builder takes it, and what reads the order for a kind of package
 */
export function writeFpm(folder: string): { env: NodeJS.ProcessEnv; order(kind: string): PackageOrder } {
  mkdirSync(folder)
  const program = join(folder, 'fpm')
  writeFileSync(program, `#!/usr/bin/env node\nconst folder = ${JSON.stringify(folder)}\n${source}`)
  chmodSync(program, 0o755)
  return {
    env: { USE_SYSTEM_FPM: 'true', PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    order: (kind) => JSON.parse(readFileSync(join(folder, `${kind}.json`), 'utf8')) as PackageOrder,
  }
}

const source = `
const { readFileSync, writeFileSync } = require('node:fs')
const args = process.argv.slice(2)
const after = (name) => args[args.indexOf(name) + 1]
const files = args.filter((one) => /=\\/(?:usr|opt)\\//.test(one)).map((one) => {
  const [from, to] = one.split('=')
  return { from, to, text: /\\.(?:desktop|xml)$/.test(to) ? readFileSync(from, 'utf8') : '' }
})
const afterInstall = readFileSync(after('--after-install'), 'utf8')
writeFileSync(after('--package'), 'a package')
writeFileSync(folder + '/' + after('-t') + '.json', JSON.stringify({ args, files, afterInstall }))
`
