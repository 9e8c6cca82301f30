/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * A run that ends with an error never counts as all green, whatever its report says: there is an error outside the tests.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function withExitCode(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/**
 * Counts the tests of a vitest run. A file that fails outside its tests (it does not load, a hook throws) counts as one failed.
 *
 * @param {unknown} report what vitest's json reporter wrote; undefined when it wrote nothing
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countVitest(report, exitCode) {
  const { testResults = [] } =
    /** @type {{ testResults?: { status: string, assertionResults: { status: string }[] }[] }} */ (
      report ?? {}
    )
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const file of testResults) {
    const failedBefore = counts.failed
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1
      else if (status === 'failed') counts.failed += 1
      else counts.skipped += 1
    }
    if (file.status === 'failed' && counts.failed === failedBefore) counts.failed += 1
  }
  return withExitCode(counts, exitCode)
}

/**
 * Counts the tests of a Playwright run. A test that passed when it was tried again has passed, and `describeFlaky` names
 * it; an error outside the tests is one failed.
 *
 * @param {unknown} report what Playwright's json reporter wrote; undefined when it wrote nothing
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(report, exitCode) {
  const { stats, errors = [] } =
    /** @type {{ stats?: { expected: number, unexpected: number, flaky: number, skipped: number }, errors?: unknown[] }} */ (
      report ?? {}
    )
  const counts = {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: (stats?.unexpected ?? 0) + errors.length,
    skipped: stats?.skipped ?? 0,
  }
  return withExitCode(counts, exitCode)
}

/** @typedef {{ suites?: Suite[], specs?: { title?: string, tests: { projectName: string, status: string }[] }[] }} Suite */

/**
 * @param {unknown} report what Playwright's json reporter wrote; undefined when it wrote nothing
 * @returns {NonNullable<Suite['specs']>} every test there is, whatever file and group it stands in
 */
function specsIn(report) {
  const { suites = [], specs = [] } = /** @type {Suite} */ (report ?? {})
  return [...specs, ...suites.flatMap(specsIn)]
}

/**
 * Names the tests that failed and passed when they were tried again: each is to be looked into, and none is hidden.
 *
 * @param {unknown} report what Playwright's json reporter wrote; undefined when it wrote nothing
 * @returns {string | undefined} undefined where there is none
 */
export function describeFlaky(report) {
  const names = specsIn(report)
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ title }) => `  ${title}`)
  return names.length === 0 ? undefined : `Passed only when tried again:\n${names.join('\n')}`
}

/** What each project of the Playwright configuration opens the app with. @type {Record<string, 'browser' | 'stand-in' | 'electron'>} */
const hostOfProject = {
  browser: 'browser',
  desktop: 'stand-in',
  'stand-in': 'stand-in',
  electron: 'electron',
  installed: 'electron',
}

/**
 * Says which hosts the tests of a Playwright run covered, in one line.
 *
 * @param {unknown} report what Playwright's json reporter wrote; undefined when it wrote nothing
 * @returns {string}
 */
export function describeHosts(report) {
  const ran = { browser: 0, 'stand-in': 0, electron: 0 }
  for (const { projectName, status } of specsIn(report).flatMap(({ tests }) => tests)) {
    const host = hostOfProject[projectName]
    if (host !== undefined && status !== 'skipped') ran[host] += 1
  }
  const names = { browser: 'browser', 'stand-in': 'stand-in for Electron', electron: 'Electron itself' }
  const hosts = /** @type {(keyof typeof ran)[]} */ (['browser', 'stand-in', 'electron'])
  const told = hosts.map((host) => `${names[host]} (${ran[host] === 0 ? 'NOT RUN' : `${ran[host]} tests`})`)
  return `Hosts covered: ${told.join(', ')}.`
}

/**
 * Counts a check that passes or fails as a whole.
 *
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countCheck(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}
