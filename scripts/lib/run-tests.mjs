import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { showError } from './failure.mjs'
import { ensureInstalled } from './install.mjs'
import { endChildrenOnStop } from './run.mjs'
import { steps } from './test-steps.mjs'

/** @typedef {import('./test-steps.mjs').Step} Step */
/** @typedef {import('./test-steps.mjs').Outcome} Outcome */

const names = steps.map((step) => step.name).join(', ')
const usage = `Usage: npm test -- [options]

Installs what is missing, then checks and tests everything. The last line is "N passed, N failed".

  --only STEPS   only these steps, separated by commas: ${names}
  --help         show this text`

/** All steps together end within this many milliseconds, so that the closing line is printed before a CI job is cut off. */
const wholeLimitMs = 19 * 60_000
const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Reads the command line of `npm test`.
 *
 * @param {string[]} args
 * @returns {Step[] | undefined} the steps to perform; undefined for `--help`
 * @throws {Error} saying what is wrong with the arguments
 */
export function chooseSteps(args) {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return undefined
  if (values.only === undefined) return steps
  const wanted = values.only.split(',')
  const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0)
    throw new Error(`There is no step "${unknown.join('", "')}". The steps are: ${names}.`)
  return steps.filter((step) => wanted.includes(step.name))
}

/**
 * Performs a step; a step that breaks is a failed one, and the next steps still run.
 *
 * @param {Step} step
 * @param {number} deadline
 * @returns {Promise<Outcome>}
 */
async function performStep(step, deadline) {
  try {
    return await step.perform(root, Math.max(1_000, Math.min(step.limit, deadline - Date.now())))
  } catch (error) {
    showError(error)
    return { counts: { passed: 0, failed: 1, skipped: 0 } }
  }
}

/** @param {Outcome} outcome */
function markOf({ counts: { passed, failed } }) {
  if (failed > 0) return '✗'
  return passed > 0 ? '✓' : '!'
}

/** @param {Outcome} outcome */
function summarise({ counts: { passed, failed, skipped }, notice }) {
  const parts = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])]
  return parts.join(', ') + (notice ? ` (${notice})` : '')
}

/**
 * `npm test`: installs what is missing, performs the steps and ends with the line `N passed, N failed`.
 *
 * @param {string[]} args
 * @returns {Promise<number>} exit code: 0 when nothing failed, 1 otherwise, 2 for wrong arguments
 */
export async function main(args) {
  let chosen
  try {
    chosen = chooseSteps(args)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    return 2
  }
  if (!chosen) {
    console.log(usage)
    return 0
  }
  endChildrenOnStop()
  const deadline = Date.now() + wholeLimitMs
  const total = { passed: 0, failed: 0 }
  /** @type {string[]} */
  const summary = []
  try {
    await ensureInstalled(root)
  } catch (error) {
    showError(error)
    console.log('0 passed, 1 failed')
    return 1
  }
  for (const step of chosen) {
    console.log(`\n── ${step.title} ──`)
    const begun = Date.now()
    const outcome = await performStep(step, deadline)
    const seconds = ((Date.now() - begun) / 1000).toFixed(1)
    const { passed, failed } = outcome.counts
    if (failed > 0 && outcome.output) console.log(outcome.output.trimEnd())
    console.log(`${markOf(outcome)} ${summarise(outcome)} in ${seconds} s`)
    summary.push(
      `${markOf(outcome)} ${step.title.padEnd(27)} ${seconds.padStart(6)} s   ${summarise(outcome)}`,
    )
    total.passed += passed
    total.failed += failed
  }
  console.log(`\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
  return total.failed > 0 ? 1 : 0
}
