import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTRPCUntypedClient, createWSClient, wsLink } from '@trpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomly } from '#shared/anchoring/random.fixture.ts'
import { contract } from '#shared/rpc/contract.ts'
import type { Spec } from '#shared/rpc/router-type.ts'
import { call } from '../../electron/backend/cli/call.ts'
import type { BackendPort } from '../../electron/backend/desktop/port-socket.ts'
import { servePorts } from '../../electron/backend/desktop/serve-port.ts'
import { createRouter } from '../../electron/backend/router/index.ts'
import { openSession, type Session } from '../../electron/backend/router/session.ts'
import { errorDataOf } from '../../renderer/rpc/error-data.ts'
import { portSocketClass } from '../../renderer/rpc/port-socket.ts'
import { stateOf } from '../helpers/notebook-state.ts'
import { makeNotebook } from '../helpers/small-notebook.ts'
import { anyJson, fitting, type IdsFor } from './garbage.ts'

/** Calls of each procedure; more with `FUZZ_CALLS=2000 npx vitest run tests/hostile`. */
const calls = Number(process.env['FUZZ_CALLS'] ?? 25)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)

/** These take long, and nothing but the name of a backup from outside. */
const heavy = new Set(['notebook.check', 'notebook.salvage', 'notebook.loadSample', 'backup.create'])

/** What throws away comes last, so that there is something for the others to work on. */
const throwsAway = (path: string) => Number(/trash|empty|merge/.test(path))
const procedures = Object.entries(contract)
  .flatMap(([subject, specs]) =>
    Object.entries(specs as Record<string, Spec>)
      .filter(([, spec]) => spec.kind !== 'subscription')
      .map(([name, spec]) => ({ path: `${subject}.${name}`, spec })),
  )
  .sort((one, other) => throwsAway(one.path) - throwsAway(other.path))

const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-fuzz-'))
let session: Session
let client: ReturnType<typeof createTRPCUntypedClient>
let socket: ReturnType<typeof createWSClient>

beforeAll(async () => {
  const path = join(folder, 'fuzzed.memoire')
  await makeNotebook(path, { articles: 6 })
  session = await openSession(path, { program: 'test' })
  const serve = servePorts(createRouter(session), () => {})
  const openPort = async () => {
    const { port1, port2 } = new MessageChannel()
    const backend: BackendPort = {
      postMessage: (message) => port2.postMessage(message),
      on: (event, listener) =>
        port2.addEventListener(event, (at) => listener({ data: (at as MessageEvent).data })),
      start: () => port2.start(),
      close: () => port2.close(),
    }
    serve(backend)
    return port1
  }
  socket = createWSClient({ url: 'port:', WebSocket: portSocketClass(openPort) })
  client = createTRPCUntypedClient({ links: [wsLink({ client: socket })] })
})

afterAll(async () => {
  await socket.close()
  await session.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The code of the error, or null where the call was answered. */
async function codeOf(path: string, spec: Spec, input: unknown): Promise<string | null> {
  try {
    await (spec.kind === 'query' ? client.query(path, input) : client.mutation(path, input))
    return null
  } catch (error) {
    const { code, message } = errorDataOf(error)
    if (code === 'internal' || code === 'disconnected') {
      throw new Error(`${path} failed with ${code} (${message}) for ${JSON.stringify(input)?.slice(0, 600)}`)
    }
    return code
  }
}

const state = () => stateOf(session.notebook.reader())

/** Ids of rows that are there, in the trash or not, by the name of the field that asks for one. */
function idsOf(subject: string, choice: ReturnType<typeof randomly>): IdsFor {
  const db = session.notebook.reader()
  const tables = [
    'article',
    'quote',
    'topic',
    'actor',
    'comment',
    'revision',
    'link',
    'round',
    'coder',
    'translation',
    'step',
    'membership',
    'dossier',
    'feed',
  ]
  const ids = new Map(
    tables.map((table) => [
      table,
      db.all<{ id: string }>(`SELECT id FROM ${table} ORDER BY random() LIMIT 12`).map((row) => row.id),
    ]),
  )
  const any = [...ids.values()].flat().concat('01890000-0000-7000-8000-000000000000')
  const kinds: Record<string, string> = {
    speaker: 'actor',
    memberOf: 'actor',
    parent: 'topic',
    after: 'topic',
  }
  return (field) => {
    const kind = field.replace(/Ids?$|^(old|new)/g, '').toLowerCase()
    const table = tables.find((name) => kind === name) ?? kinds[field.replace(/Id$/, '')] ?? subject
    const right = ids.get(table) ?? []
    return right.length === 0 || choice.below(8) === 0 ? any : right
  }
}

describe('whatever a page sends', () => {
  it.each(procedures)('$path answers, or refuses with a code and changes nothing', async ({ path, spec }) => {
    const choice = randomly(seed)
    for (let n = 0; n < (heavy.has(path) ? 2 : calls); n++) {
      const before = spec.kind === 'query' ? null : state()
      const code = await codeOf(path, spec, anyJson(choice))
      if (code !== null && before !== null) expect(state()).toEqual(before)
    }
  })

  it.each(procedures)(
    '$path takes what fits its schema, or refuses it with a code',
    async ({ path, spec }) => {
      const choice = randomly(seed + 1)
      for (let n = 0; n < (heavy.has(path) ? 1 : calls); n++) {
        const before = spec.kind === 'query' ? null : state()
        const code = await codeOf(
          path,
          spec,
          fitting(spec.input, choice, idsOf(path.split('.')[0] ?? '', choice)),
        )
        if (code !== null && before !== null) expect(state()).toEqual(before)
      }
    },
  )

  it('leaves a notebook that is sound, and every change of it can be undone and done again', async () => {
    expect(await call(session, 'notebook', 'check', undefined)).toEqual({
      ok: true,
      database: [],
      foreignKeys: [],
      searchIndex: [],
      evidence: [],
    })
    const after = state()
    let steps = 0
    while (session.notebook.undo() !== null) steps++
    for (let step = 0; step < steps; step++) session.notebook.redo()
    expect(state()).toEqual(after)
    expect(await call(session, 'notebook', 'check', undefined)).toMatchObject({ ok: true })
  })
})
