import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure } from '../lib/failure.mjs'
import { type Architecture, architectures, type Platform, platforms, thisPlatform } from './run-builder.ts'

export interface Target {
  platform: Platform
  architectures: readonly Architecture[]
  /** Kinds of installers, by electron-builder's names; none for all of them. */
  targets: readonly string[]
  output: string | undefined
  isRelease: boolean
}

type Defaults = Partial<Record<Platform, readonly Architecture[]>>

/**
 * Reads what is to be packaged from a command line.
 *
 * @param defaults the architectures where none is named; this computer's where it has none for the platform
 * @returns undefined for `--help`
 * @throws {Failure} for what cannot be packaged
 */
export function readTarget(args: string[], defaults: Defaults): Target | undefined {
  const values = parse(args)
  if (values.help) return undefined
  const platform = oneOf(Object.keys(platforms) as Platform[], values.platform ?? thisPlatform)
  const named = values.arch?.map((one) => oneOf(architectures, one))
  if (named?.includes('universal') && platform !== 'mac') {
    throw new Failure('Only macOS has universal programs.')
  }
  return {
    platform,
    architectures: named ?? defaults[platform] ?? [oneOf(architectures, process.arch)],
    targets: values.target ?? [],
    output: values.output === undefined ? undefined : resolve(values.output),
    isRelease: values.release ?? false,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        platform: { type: 'string' },
        arch: { type: 'string', multiple: true },
        target: { type: 'string', multiple: true },
        output: { type: 'string' },
        release: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error))
  }
}

function oneOf<Name extends string>(names: readonly Name[], given: string): Name {
  const found = names.find((name) => name === given)
  if (found === undefined) throw new Failure(`"${given}" is none of ${names.join(', ')}.`)
  return found
}
