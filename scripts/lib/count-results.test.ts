import { expect, test } from 'vitest'
import { countPlaywright, countVitest, describeFlaky, describeHosts } from './count-results.mjs'

const file = (status: string, ...results: string[]) => ({
  status,
  assertionResults: results.map((result) => ({ status: result })),
})

test('tests of vitest are counted one by one', () => {
  const testResults = [
    file('passed', 'passed', 'passed', 'skipped', 'todo'),
    file('failed', 'failed', 'passed'),
  ]
  expect(countVitest({ testResults }, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

test('a file that cannot be loaded counts as a failed test', () => {
  expect(countVitest({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  })
})

test('an error outside the tests is a failure, whatever the tests say', () => {
  expect(countVitest({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 })
  expect(
    countPlaywright({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }, 130),
  ).toMatchObject({ passed: 2, failed: 1 })
})

test('a runner that wrote no report has failed', () => {
  expect(countVitest(undefined, 134)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(countPlaywright(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a test that passed when tried again has passed and is named; an error of Playwright counts as failed', () => {
  const report = {
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'setup' }],
  }
  expect(countPlaywright(report, 1)).toEqual({ passed: 6, failed: 2, skipped: 2 })
  const spec = (title: string, status: string) => ({ title, tests: [{ projectName: 'browser', status }] })
  const suites = [{ specs: [spec('steady', 'expected')], suites: [{ specs: [spec('shaky', 'flaky')] }] }]
  expect(describeFlaky({ suites })).toBe('Passed only when tried again:\n  shaky')
  expect(describeFlaky(undefined)).toBe(undefined)
})

test('the hosts that were covered are named with what ran on them, and those on which nothing ran as such', () => {
  const spec = (projectName: string, status = 'expected') => ({ tests: [{ projectName, status }] })
  const suites = [
    {
      specs: [spec('browser'), spec('stand-in', 'skipped')],
      suites: [{ specs: [spec('desktop', 'unexpected')] }],
    },
    { specs: [spec('browser')] },
  ]
  expect(describeHosts({ suites })).toBe(
    'Hosts covered: browser (2 tests), stand-in for Electron (1 tests), Electron itself (NOT RUN).',
  )
  const real = { specs: [spec('electron'), spec('installed'), spec('electron', 'skipped')] }
  expect(describeHosts({ suites: [real] })).toContain('browser (NOT RUN)')
  expect(describeHosts({ suites: [real] })).toContain('Electron itself (2 tests)')
  expect(describeHosts(undefined)).toContain('Electron itself (NOT RUN)')
})
