import { homedir } from 'node:os'
import { basename, extname } from 'node:path'

/** Something that went wrong since the start. */
export interface Problem {
  at: Date
  what: string
}

/** What a report tells, none of it about what the user reads or writes. */
export interface ReportFacts {
  version: string
  /** Names and versions of what it runs on. */
  versions: Record<string, string>
  /** How the app is set and what is open, in numbers and yes or no. */
  state: Record<string, string | number | boolean>
  problems: readonly Problem[]
  /** Paths of the notebooks the app knows of: neither they nor their names get into a report. */
  notebooks: readonly string[]
}

/** A report for the user to read, shorten, and pass on by their own hand. */
export function writeReport(facts: ReportFacts, intro: string): string {
  const { version, versions, state, problems, notebooks } = facts
  const lines = (values: Record<string, unknown>) =>
    Object.entries(values).map(([name, value]) => `  ${name}: ${redact(String(value), notebooks)}`)
  const told = problems.map(({ at, what }) => `  ${at.toISOString()} ${redact(what, notebooks)}`)
  return [
    `Aide-Mémoire ${version}`,
    '',
    intro,
    '',
    'Runs on',
    ...lines(versions),
    '',
    'State',
    ...lines(state),
    '',
    'What went wrong since the start',
    ...(told.length > 0 ? told : ['  nothing that was noticed']),
    '',
  ].join('\n')
}

/** What a path, an address, the name of a computer or quoted words begin with. Where they end, nobody can tell: a name may hold anything. */
const beginnings = [
  /[\\/~]/,
  /["'`“”„‘’‚«»‹›]/,
  /\b[a-z]:/i,
  /\b[a-z][a-z0-9+.-]*:(?=[^\s\d])/i,
  /\S*@/,
  /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{L}{2,}/u,
  /\b(?:\d{1,3}\.){3}\d{1,3}\b(?![.\d])/,
]
const notebookName = /\.memoire/i

/**
 * Takes out what tells where somebody's files are, what they are called and what is read. From where a path, an address or
 * quoted words begin, the rest of the line goes; a line that names a notebook we do not know goes whole.
 */
export function redact(text: string, notebooks: readonly string[] = []): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => redactLine(line, notebooks))
    .join('\n')
}

function redactLine(line: string, notebooks: readonly string[]): string {
  const known = withoutNames(line, notebooks)
  if (notebookName.test(known)) return cut
  const starts = beginnings.map((one) => known.search(one)).filter((start) => start >= 0)
  return starts.length === 0 ? known : known.slice(0, Math.min(...starts)) + cut
}

const cut = '[left out]'

/** Replaces the longest first: a name may be part of another, and every name is part of its path. */
function withoutNames(line: string, notebooks: readonly string[]): string {
  const names = notebooks.flatMap((path) => {
    const name = basename(path)
    return [path, name, name.slice(0, name.length - extname(name).length)]
  })
  const longestFirst = [...new Set(names)].filter(Boolean).sort((a, b) => b.length - a.length)
  return longestFirst.reduce(
    (rest, name) => rest.replaceAll(wholeWord(name), '[notebook]'),
    line.replaceAll(homedir(), '~'),
  )
}

function wholeWord(name: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'giu',
  )
}

const frame =
  /^\s+at (?:(?:async |new )?(?:\S*\.)?([\w$<>]+)\b.*\()?.*[\\/]([\w-]+)\.[cm]?[jt]s:(\d+):(\d+)\)?$/gm

/** What may be told of an error: its kind, its code, and the lines of the program it came through. Its message may hold anything. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`
  const { name, message, stack = '' } = error
  const code = 'code' in error ? String(error.code) : ''
  const trace = stack.slice(stack.indexOf(message) + message.length)
  return [
    [name, code].filter((part) => /^[\w-]+$/.test(part)).join(' '),
    ...[...trace.matchAll(frame)].map(
      ([, of = 'a function', file, line, at]) => `    at ${of}, ${file} ${line}:${at}`,
    ),
  ].join('\n')
}
