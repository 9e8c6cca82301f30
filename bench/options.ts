import { parseArgs } from 'node:util'

export interface BenchOptions {
  articles: number
  quotesPerArticle: number
  /** Names of suites; all of them where there is none. */
  only: string[]
  /** Puts the table into `docs/benchmarks.md`. */
  write: boolean
}

export const usage = `npm run bench -- [options]

  --articles N    articles in the notebook (10000); 100000 takes a quarter of an hour to make, once
  --quotes N      quotes an article (10)
  --only NAME     one suite alone; may be given several times
  --write         put the table into docs/benchmarks.md
  --help`

/** @returns null where help is asked for. @throws Error with what is wrong in the arguments */
export function readOptions(args: string[]): BenchOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      articles: { type: 'string', default: '10000' },
      quotes: { type: 'string', default: '10' },
      only: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const number = (text: string, name: string) => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number above 0.`)
    return value
  }
  return {
    articles: number(values.articles, 'articles'),
    quotesPerArticle: number(values.quotes, 'quotes'),
    only: values.only,
    write: values.write,
  }
}
