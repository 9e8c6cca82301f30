import type { Clip } from '../protocol.ts'

/** A clip on its way. It stays in the queue until the app has said that it is stored. */
export interface Waiting {
  /** Also the key under which the app stores it once. */
  id: string
  at: number
  title: string
  /** The notebook it is for; null for whichever answers. */
  notebookId: string | null
  /** Why the app did not want it; it is not sent again by itself. */
  refused: { code: string; message: string } | null
  clip: Clip
}

const storeName = 'clips'

/* IndexedDB, since a clip with its images is too large for the extension's other storage. */

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('queue', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

/** Does one thing in a transaction of its own, and waits until it is on the disk. */
async function run<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, mode, { durability: 'strict' })
    const request = work(transaction.objectStore(storeName))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error)
  })
}

/** Takes the clip in. The browser is asked not to clear it away, should the disk run full. */
export async function enqueue(clip: Waiting): Promise<void> {
  await navigator.storage.persist?.().catch(() => false)
  await run('readwrite', (store) => store.put(clip))
}

/** A clip in the queue without what it carries. */
export type Listed = Omit<Waiting, 'clip'>

/** Everything that waits, the oldest first; read one by one, since the pages themselves may be large. */
export async function listQueue(): Promise<Listed[]> {
  const listed: Listed[] = []
  for (const key of await queueKeys()) {
    const waiting = await fromQueue(key)
    if (waiting === undefined) continue
    const { clip: _, ...rest } = waiting
    listed.push(rest)
  }
  return listed
}

/** The ids of all that waits, the oldest first. */
export async function queueKeys(): Promise<string[]> {
  return (await run<IDBValidKey[]>('readonly', (store) => store.getAllKeys())).map(String).sort()
}

export function fromQueue(id: string): Promise<Waiting | undefined> {
  return run<Waiting | undefined>('readonly', (store) => store.get(id))
}

export async function putBack(clip: Waiting): Promise<void> {
  await run('readwrite', (store) => store.put(clip))
}

export async function removeFromQueue(id: string): Promise<void> {
  await run('readwrite', (store) => store.delete(id))
}

export function queueLength(): Promise<number> {
  return run('readonly', (store) => store.count())
}
