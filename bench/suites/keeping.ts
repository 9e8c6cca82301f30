import { statSync } from 'node:fs'
import { call, sessionSuite } from '../context.ts'
import { timingOf } from '../measure.ts'
import { milliseconds } from '../result.ts'

/** Backup and check of the whole notebook, and what somebody who works meanwhile notices of them. */
export const keeping = sessionSuite('keeping', async (session, { path, report }) => {
  const works = {
    'a backup, proved': () => session.notebook.backup('asked'),
    'every check': () => call(session, 'notebook', 'check', undefined),
  }
  for (const [what, work] of Object.entries(works)) {
    const { seconds, longestPause, answers } = await besideWork(work, () =>
      call(session, 'article', 'list', { offset: 0, limit: 100 }),
    )
    const size = `${Math.round(statSync(path).size / 1e6)} MB`
    report({ wait: `${what} of ${size}`, what: 'seconds until it is done', value: seconds.toFixed(1) })
    report({
      wait: `working while it runs: ${what}`,
      what: 'longest time that nothing else could happen (ms)',
      value: milliseconds(longestPause),
    })
    report({ wait: `working while it runs: ${what}`, what: 'the library listed', timing: timingOf(answers) })
  }
})

const tick = 5

/** Runs `work`, asks for something small all the while, and watches how late a timer is at most. */
async function besideWork(work: () => Promise<unknown>, small: () => Promise<unknown>) {
  let longestPause = 0
  let latest = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longestPause = Math.max(longestPause, now - latest - tick)
    latest = now
  }, tick)
  let isRunning = true
  const begun = performance.now()
  const running = work().finally(() => {
    isRunning = false
  })
  const answers: number[] = []
  while (isRunning) {
    const asked = performance.now()
    await small()
    answers.push(performance.now() - asked)
    await new Promise((resume) => setTimeout(resume, 20))
  }
  await running
  clearInterval(timer)
  return { seconds: (performance.now() - begun) / 1000, longestPause, answers }
}
