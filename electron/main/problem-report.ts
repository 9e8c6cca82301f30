import { homedir } from 'node:os'

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
}

/** A report for the user to read, shorten, and pass on by their own hand. */
export function writeReport({ version, versions, state, problems }: ReportFacts, intro: string): string {
  const lines = (values: Record<string, unknown>) =>
    Object.entries(values).map(([name, value]) => `  ${name}: ${redact(String(value))}`)
  const told = problems.map(({ at, what }) => `  ${at.toISOString()} ${redact(what)}`)
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

const addresses = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'“”‘’)<>]+/gi
const quoted = /[“"‘'][^“”"‘’']*[”"’']/g
const paths = /(?:[A-Za-z]:)?[\\/](?:[^\s\\/:"'“”]+[\\/])*[^\s\\/:"'“”]*/g
const notebooks = /[^\s\\/"'“”]+\.memoire\S*/gi

/** Takes out what tells where somebody's files are, what they are called and what is read: paths, names, addresses, quotes. */
export function redact(text: string): string {
  return text
    .replaceAll(homedir(), '~')
    .replace(addresses, '[address]')
    .replace(quoted, '[words]')
    .replace(paths, '[path]')
    .replace(notebooks, '[notebook]')
}
