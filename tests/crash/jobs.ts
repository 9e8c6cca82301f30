import type { randomly } from '#shared/anchoring/random.fixture.ts'
import { AppError } from '#shared/util/app-error.ts'
import { call } from '../../electron/backend/cli/call.ts'
import type { Session } from '../../electron/backend/router/session.ts'
import type { Readable } from '../../electron/backend/store/connection.ts'
import type { NotebookState } from '../helpers/notebook-state.ts'

export type Choice = ReturnType<typeof randomly>

export interface JobContext {
  session: Session
  choice: Choice
  /** Says before a change that no undo takes back what it will lead to. */
  announce(about: { restoring: NotebookState } | { emptying: true }): void
  /** States of the notebook by the name of the backup that holds them. */
  backups: Map<string, NotebookState>
  state(): NotebookState
}

/** One change after another, as a user would make them; each is done when the promise resolves. */
export type Job = (context: JobContext) => Promise<void>

export const jobs = {
  clip: (context) => context.choice.pick([clipText, clipText, clipPage, clipAgain, undo, redo])(context),
  annotate: (context) => context.choice.pick(annotations)(context),
  undo: (context) => context.choice.pick([undo, undo, redo, redo, markQuote])(context),
  backup: (context) => context.choice.pick([backUp, backUp, markQuote, writeComment])(context),
  restore: (context) => context.choice.pick([backUp, restore, restore, markQuote, trashQuote])(context),
} satisfies Record<string, Job>

const words = 'water share dam flow treaty Договір про воду річка ліміт débit frontière Grenze'.split(' ')

const annotations: Job[] = [
  markQuote,
  markQuote,
  markQuote,
  linkQuote,
  linkQuote,
  writeComment,
  nameSpeaker,
  makeTopic,
  mergeTopics,
  trashQuote,
  takeOutOfTrash,
  emptyTrash,
  undo,
  redo,
]

export function sentence(choice: Choice, length: number): string {
  return Array.from({ length }, () => choice.pick(words)).join(' ')
}

async function clipText({ session, choice }: JobContext): Promise<void> {
  const text = Array.from({ length: 1 + choice.below(30) }, () => sentence(choice, 30)).join('\n\n')
  await call(session, 'capture', 'clipText', { text: `Nr. ${choice.below(1e9)}\n\n${text}` })
}

async function clipPage({ session, choice }: JobContext): Promise<void> {
  const paragraphs = Array.from({ length: 12 }, () => `<p>${sentence(choice, 40)}</p>`).join('')
  const page = `<!doctype html><title>Page ${choice.below(1e9)}</title><article>${paragraphs}</article>`
  const url = `https://river.example/${choice.below(8)}`
  const bytes = Buffer.from(page).toString('base64')
  await call(session, 'capture', 'clipFile', { fileName: 'page.html', bytes, url, onDuplicate: 'revise' })
}

async function clipAgain({ session, choice }: JobContext): Promise<void> {
  const db = session.notebook.reader()
  const article = pickRow<{ text: string; url: string | null }>(
    db,
    'article a JOIN revision r ON r.id = a.current_revision_id WHERE a.deleted_at IS NULL',
    'r.text, a.url',
    choice,
  )
  const text = `${sentence(choice, 3)}\n\n${article.text}`
  const url = article.url ?? `https://again.example/${choice.below(4)}`
  await call(session, 'capture', 'clipText', { text, url, onDuplicate: 'revise' })
}

async function markQuote({ session, choice }: JobContext): Promise<void> {
  const db = session.notebook.reader()
  const article = pickRow<{ revisionId: string; length: number }>(
    db,
    'article a JOIN revision r ON r.id = a.current_revision_id WHERE a.deleted_at IS NULL',
    'r.id AS revisionId, length(r.text) AS length',
    choice,
  )
  const start = choice.below(Math.max(1, article.length - 40))
  const topics = db.all<{ id: string }>('SELECT id FROM topic WHERE deleted_at IS NULL LIMIT 2')
  const links = topics.map(({ id }) => ({ topicId: id, stance: 'supports' as const }))
  await call(session, 'quote', 'create', {
    revisionId: article.revisionId,
    start,
    end: start + 5 + choice.below(30),
    links,
  })
}

async function linkQuote({ session, choice }: JobContext): Promise<void> {
  const db = session.notebook.reader()
  const stance = choice.pick(['supports', 'opposes', 'conditional', 'neutral'] as const)
  const quoteIds = [pickId(db, 'quote', choice), pickId(db, 'quote', choice)]
  await call(session, 'link', 'set', { quoteIds, topicId: pickId(db, 'topic', choice), stance })
}

async function writeComment({ session, choice }: JobContext): Promise<void> {
  const target = { quoteId: pickId(session.notebook.reader(), 'quote', choice) }
  await call(session, 'comment', 'saveMarkdown', { target, markdown: `**${sentence(choice, 12)}**` })
}

async function nameSpeaker({ session, choice }: JobContext): Promise<void> {
  const { id: speakerId } = await call(session, 'actor', 'ensure', { name: sentence(choice, 1) })
  const id = pickId(session.notebook.reader(), 'quote', choice)
  await call(session, 'quote', 'update', { id, speakerId, saidOn: '2026-03' })
}

async function makeTopic({ session, choice }: JobContext): Promise<void> {
  const path = [sentence(choice, 1), sentence(choice, 2)]
  await call(session, 'topic', 'ensurePath', { path })
}

async function mergeTopics({ session, choice }: JobContext): Promise<void> {
  const db = session.notebook.reader()
  const intoId = pickId(db, 'topic', choice)
  await call(session, 'topic', 'merge', { id: pickId(db, 'topic', choice), intoId })
}

async function trashQuote({ session, choice }: JobContext): Promise<void> {
  await call(session, 'quote', 'trash', { ids: [pickId(session.notebook.reader(), 'quote', choice)] })
}

async function takeOutOfTrash({ session, choice }: JobContext): Promise<void> {
  const items = await call(session, 'trash', 'list', undefined)
  if (items.length > 0) await call(session, 'trash', 'restore', { items: [choice.pick(items)] })
}

async function emptyTrash({ session, announce }: JobContext): Promise<void> {
  announce({ emptying: true })
  await call(session, 'trash', 'empty', undefined)
}

async function undo({ session }: JobContext): Promise<void> {
  await call(session, 'journal', 'undo', undefined)
}

async function redo({ session }: JobContext): Promise<void> {
  await call(session, 'journal', 'redo', undefined)
}

async function backUp({ session, backups, state }: JobContext): Promise<void> {
  const { name } = await call(session, 'backup', 'create', undefined)
  backups.set(name, state())
}

async function restore({ session, choice, backups, announce }: JobContext): Promise<void> {
  const [name, held] = choice.pick([...backups])
  announce({ restoring: held })
  await call(session, 'backup', 'restore', { name })
}

function pickId(db: Readable, table: string, choice: Choice): string {
  return pickRow<{ id: string }>(db, `${table} WHERE deleted_at IS NULL`, 'id', choice).id
}

/** @throws AppError `nothing-there`: a change that cannot be made now, like any other the backend refuses */
function pickRow<Row>(db: Readable, from: string, columns: string, choice: Choice): Row {
  const rows = db.all<Row>(`SELECT ${columns} FROM ${from}`)
  if (rows.length === 0) throw new AppError('nothing-there', 'There is nothing to work on.')
  return choice.pick(rows)
}
