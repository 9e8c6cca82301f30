import { fileURLToPath } from 'node:url'
import { checkLayers } from './layers/check.ts'

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url))
const { problems, fileCount } = checkLayers(root.replaceAll('\\', '/'))

for (const problem of problems) console.error(problem)
if (problems.length > 0) {
  console.error(`\nLayers are broken in ${problems.length} places. The table is in scripts/layers/table.ts.`)
  process.exit(1)
}
console.log(`Layers hold in ${fileCount} files.`)
