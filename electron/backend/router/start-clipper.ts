import { basename, join } from 'node:path'
import { clipperPorts } from '#shared/clipper/protocol.ts'
import type { ClipResult } from '#shared/domain/capture.ts'
import type { ClipPageResult, DoorNames, DoorState } from '#shared/domain/clipper.ts'
import { findKnownArticle } from '../capture/find-known-article.ts'
import { createClipper } from '../loopback/clipper/clipper.ts'
import { configFolder } from '../loopback/clipper/config-folder.ts'
import { openDevices } from '../loopback/clipper/devices.ts'
import type { ClipperDesk } from '../loopback/clipper/routes.ts'
import { resourcesFolder } from '../resources-folder.ts'
import { listActors } from '../store/actors.ts'
import { getArticle } from '../store/articles.ts'
import type { Readable } from '../store/connection.ts'
import { extension } from '../store/notebook-file.ts'
import { notebookIdentity } from '../store/notebook-info.ts'
import { listTopics } from '../store/topics.ts'
import { callProcedure } from './index.ts'
import type { Session } from './session.ts'

/**
 * Lets the session's notebook be clipped into, once the user turns that on; for the hosts, which stay. A notebook that is
 * opened for reading alone has no door.
 *
 * @param packageFolder where the built extension is; beside this program when left out
 */
export async function startClipper(
  session: Session,
  onError: (error: unknown) => void,
  packageFolder = join(resourcesFolder(), '..', 'out', 'clipper'),
): Promise<void> {
  if (session.notebook.readOnlyBecause !== null) return
  session.clipper = await createClipper({
    devices: openDevices(configFolder()),
    desk: deskOf(session),
    ports: clipperPorts,
    packageFolder,
    onError,
  })
}

function deskOf(session: Session): ClipperDesk {
  const { notebook } = session
  return {
    state: (page) => ({
      notebook: {
        id: notebookIdentity(notebook.reader()).id,
        name: basename(notebook.path, extension),
        isReadOnly: notebook.readOnlyBecause !== null,
      },
      page: page === undefined ? null : pageState(notebook.reader(), [page.url, page.canonicalUrl]),
    }),
    names: () => namesOf(notebook.reader()),
    clip: async ({ key, clip }, signal) => {
      const isLink = clip.kind === 'link'
      const input = isLink ? { url: clip.url, onDuplicate: 'revise' } : clip
      const name = isLink ? 'clipUrl' : 'clipPage'
      return (await callProcedure(session, 'capture', name, input, signal, key)) as
        | ClipPageResult
        | ClipResult
    },
  }
}

function pageState(db: Readable, addresses: (string | undefined)[]): DoorState['page'] {
  const articleId = findKnownArticle(db, addresses)
  if (articleId === null) return null
  const { title, quoteCount, lostCount } = getArticle(db, articleId)
  return { articleId, title, quotes: quoteCount, lost: lostCount }
}

function namesOf(db: Readable): DoorNames {
  const topics = listTopics(db)
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const pathOf = (id: string | null): string[] => {
    const topic = id === null ? undefined : byId.get(id)
    return topic === undefined ? [] : [...pathOf(topic.parentId), topic.name]
  }
  return {
    topics: topics.map(({ id }) => ({ id, path: pathOf(id) })),
    actors: listActors(db).map(({ id, name, aliases }) => ({ id, name, aliases })),
  }
}
