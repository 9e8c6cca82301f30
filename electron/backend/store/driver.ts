import { createRequire } from 'node:module'
import type BetterSqlite3 from 'better-sqlite3'
import { AppError } from '#shared/util/app-error.ts'

const oldestNode = 22

/**
 * Loads better-sqlite3. Its binary ends the process without a word on a Node older than 22, so the version is looked at
 * before the module is.
 */
export function loadDriver(): typeof BetterSqlite3 {
  const major = Number(process.versions.node.split('.')[0])
  if (major < oldestNode) {
    throw new AppError(
      'node-too-old',
      `This is Node ${process.versions.node}; the notebook needs Node ${oldestNode} or later.`,
      'Run it through npm (npm start, npm run cli), which uses the Node that comes with the project.',
    )
  }
  return createRequire(import.meta.url)('better-sqlite3')
}
