import type { Output } from '../output.ts'

/** Writes a list of JSON values one by one, a line each, so that it need not be in memory. */
export function writeJsonList(output: Output, values: Iterable<unknown>): void {
  let isFirst = true
  output.write('[')
  for (const value of values) {
    output.write(`${isFirst ? '\n' : ',\n'}${JSON.stringify(value)}`)
    isFirst = false
  }
  output.write('\n]')
}
