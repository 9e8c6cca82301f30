import { createInterface } from 'node:readline'

/**
 * Answers each line of standard input with a line of JSON, in order; a line that cannot be answered gets `{id, error}`.
 * Reads as fast as the reader of the answers takes them.
 */
export async function answerJsonLines(answer: (record: never) => object): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    const written = process.stdout.write(`${JSON.stringify(answerLine(line, answer))}\n`)
    if (!written) await new Promise((resume) => process.stdout.once('drain', resume))
  }
}

function answerLine(line: string, answer: (record: never) => object): object {
  let id: unknown = null
  try {
    const record: unknown = JSON.parse(line)
    if (typeof record !== 'object' || record === null) throw new Error('A line must hold a JSON object.')
    id = 'id' in record ? record.id : null
    return answer(record as never)
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}
