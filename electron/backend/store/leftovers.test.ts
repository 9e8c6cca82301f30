import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { backupFolder } from './backup.ts'
import { copyPrefix, removeAbandonedCopies, restoringPath, unfinishedPrefix } from './leftovers.ts'
import { filesIn, newNotebookPath, opened, temporaryFolder } from './notebook.fixture.ts'

test('Opening a notebook removes what a killed backup or restore left of it, and nothing else', async () => {
  const path = newNotebookPath()
  const first = await opened(path)
  const { name } = await first.backup('asked')
  const kept = join(dirname(path), 'other.memoire-restoring-1')
  for (const suffix of ['', '-journal']) {
    writeFileSync(join(backupFolder(path), `${unfinishedPrefix}1${suffix}`), 'half')
    writeFileSync(`${restoringPath(path, '1')}${suffix}`, 'half')
  }
  writeFileSync(kept, 'of another notebook')
  // The one who holds the notebook may be in the middle of that work.
  await opened(path)
  expect(filesIn(backupFolder(path))).toHaveLength(3)
  first.close()
  await opened(path)
  expect(filesIn(backupFolder(path))).toEqual([name])
  expect(filesIn(dirname(path)).filter((file) => file.includes('restoring'))).toEqual([basename(kept)])
})

test('Copies of processes that ended are removed, those of running ones are not', () => {
  const folder = temporaryFolder()
  const ended = spawnSync(process.execPath, ['--version']).pid
  for (const pid of [ended, process.pid]) mkdirSync(join(folder, `${copyPrefix(pid)}x`))
  mkdirSync(join(folder, 'aide-memoire-test-x'))
  removeAbandonedCopies(folder)
  expect(filesIn(folder)).toEqual([`${copyPrefix(process.pid)}x`, 'aide-memoire-test-x'].sort())
})
