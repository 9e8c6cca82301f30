import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { findElectron } from './choose-host.mjs'
import { countCheck, countPlaywright, countVitest, describeFlaky, describeHosts } from './count-results.mjs'
import { Failure } from './failure.mjs'
import { provideBrowser } from './install-browser.mjs'
import { projectEnvironment, projectNode } from './project-node.mjs'
import { run } from './run.mjs'

/** @typedef {import('./count-results.mjs').Counts} Counts */
/** @typedef {{ counts: Counts, output?: string, notice?: string }} Outcome `output` is shown when the step failed, `notice` always */

/**
 * @typedef {object} Step
 * @property {string} name as `--only` takes it
 * @property {string} title
 * @property {number} limit milliseconds
 * @property {(root: string, timeout: number) => Promise<Outcome>} perform
 */

/** Runners write through a pipe, so they cannot see the terminal for themselves. */
const hasColours = process.stdout.isTTY && !process.env['NO_COLOR']

/**
 * What the commands of a package.json script run, so that they start the same on every system: without npm and a shell.
 *
 * @type {Record<string, string[]>}
 */
const programs = {
  node: [],
  tsc: ['node_modules/typescript/bin/tsc'],
  biome: ['node_modules/@biomejs/biome/bin/biome'],
}

/**
 * @param {string} root
 * @param {string} name of a script made of plain words, with `&&` between its commands
 * @returns {string[][]} for each command, the arguments that make Node run it
 */
function readScript(root, name) {
  /** @type {{ scripts: Record<string, string> }} */
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return (scripts[name] ?? '').split(' && ').map((command) => {
    const [program = '', ...args] = command.split(' ')
    const start = programs[program]
    if (!start) throw new Failure(`npm test cannot run "${program}", which the script "${name}" names.`)
    return [...start, ...args]
  })
}

/**
 * A step that runs a script of package.json: commands joined by `&&`, all of them run even when one fails.
 *
 * @param {string} script
 * @returns {Step['perform']}
 */
function check(script) {
  return async (root, timeout) => {
    let exitCode = 0
    let output = ''
    for (const command of readScript(root, script)) {
      const result = await run(projectNode(root), command, {
        cwd: root,
        env: projectEnvironment(root),
        timeout,
        show: 'captured',
      })
      exitCode ||= result.code
      output += result.output
      if (result.timedOut) output += `\nEnded after ${timeout / 1000} s.\n`
    }
    return { counts: countCheck(exitCode), output }
  }
}

/**
 * Runs a test runner whose report goes to a file of its own, and counts what the report says.
 *
 * @param {string} root
 * @param {number} timeout
 * @param {(report: unknown, exitCode: number) => Counts} count
 * @param {(reportPath: string) => { args: string[], env?: NodeJS.ProcessEnv }} command
 * @returns {Promise<Outcome>}
 */
async function runReported(root, timeout, count, command) {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-report-'))
  const reportPath = join(folder, 'report.json')
  try {
    const { args, env } = command(reportPath)
    const environment = { ...projectEnvironment(root), ...env }
    const result = await run(projectNode(root), args, { cwd: root, env: environment, timeout, show: 'live' })
    const report = existsSync(reportPath) ? JSON.parse(readFileSync(reportPath, 'utf8')) : undefined
    const output = result.timedOut ? `Ended after ${timeout / 1000} s.` : undefined
    return { counts: count(report, result.code), output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @type {Step['perform']} */
function runUnitTests(root, timeout) {
  return runReported(root, timeout, countVitest, (reportPath) => ({
    args: [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--allowOnly=false',
      hasColours ? '--color' : '--no-color',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${reportPath}`,
    ],
  }))
}

/** @type {Step['perform']} */
async function build(root) {
  const isBuilt = await ensureBuilt(root, ['renderer', 'shell', 'clipper'])
  return { counts: countCheck(0), notice: isBuilt ? undefined : 'up to date' }
}

const withoutElectron =
  'TESTS IN ELECTRON ITSELF WERE SKIPPED: it is not installed. Install it with "npx install-electron", or name its folder in ELECTRON_OVERRIDE_DIST_PATH.'

/** @type {Step['perform']} */
async function runBrowserTests(root, timeout) {
  const browser = await provideBrowser(root)
  if (!browser) {
    const bar = '!'.repeat(78)
    const notice =
      'BROWSER TESTS WERE SKIPPED: no Chromium, Chrome or Edge was found, and none could be installed.'
    console.log(`${bar}\n${notice}\nInstall one, or name it in CHROMIUM_PATH.\n${bar}`)
    return { counts: { passed: 0, failed: 0, skipped: 0 }, notice }
  }
  console.log(`Browser: ${browser.path} (${browser.source})`)
  /** @param {unknown} report @param {number} exitCode */
  const count = (report, exitCode) => {
    const hasElectron = findElectron({ root, env: process.env, platform: process.platform }) !== undefined
    console.log(
      ['', describeHosts(report), hasElectron ? '' : withoutElectron, describeFlaky(report) ?? '']
        .filter((line, index) => index === 0 || line !== '')
        .join('\n'),
    )
    return countPlaywright(report, exitCode)
  }
  return runReported(root, timeout, count, (reportPath) => ({
    args: [
      join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      '--forbid-only',
      '--reporter=list,json',
    ],
    env: {
      CHROMIUM_PATH: browser.path,
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath,
      ...(hasColours ? { FORCE_COLOR: '1' } : {}),
    },
  }))
}

const minute = 60_000

/** What `npm test` does, in its order. @type {Step[]} */
export const steps = [
  { name: 'types', title: 'Types', limit: 3 * minute, perform: check('types') },
  { name: 'lint', title: 'Lint', limit: minute, perform: check('lint') },
  { name: 'layers', title: 'Layers', limit: minute, perform: check('layers') },
  { name: 'format', title: 'Format', limit: minute, perform: check('format:check') },
  { name: 'unit', title: 'Unit and integration tests', limit: 8 * minute, perform: runUnitTests },
  { name: 'build', title: 'Build', limit: 2 * minute, perform: build },
  { name: 'e2e', title: 'End-to-end tests', limit: 14 * minute, perform: runBrowserTests },
]
