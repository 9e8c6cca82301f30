import type { ClipResult } from '#shared/domain/capture.ts'
import { AppError } from '#shared/util/app-error.ts'
import { client } from '../../rpc/client.ts'
import { runTask } from '../../rpc/run-task.ts'
import { asWebAddress } from './as-web-address.ts'
import { encodeBase64 } from './encode-base64.ts'

/** Something to clip: a file, a web address, or what was on the clipboard. */
export type ClipSource =
  | { kind: 'file'; file: File }
  /** A file of a folder that is imported as a whole. */
  | { kind: 'imported'; file: File; path: string; importId: string }
  | { kind: 'url'; url: string }
  | { kind: 'text'; text: string; html?: string; url?: string; title?: string }

export type OnDuplicate = 'ask' | 'revise' | 'separate'

const largestFile = 60_000_000

/** Captures one source; ending `signal` ends the capture, unless it is stored already. */
export function clipSource(
  source: ClipSource,
  onDuplicate: OnDuplicate,
  signal: AbortSignal,
): Promise<ClipResult> {
  return runTask((taskId) => clipAs(source, { onDuplicate, taskId }), { signal })
}

async function clipAs(
  source: ClipSource,
  choices: { onDuplicate: OnDuplicate; taskId: string },
): Promise<ClipResult> {
  switch (source.kind) {
    case 'url':
      return await client.capture.clipUrl.mutate({ url: source.url, ...choices })
    case 'text': {
      const { kind: _, ...content } = source
      return await client.capture.clipText.mutate({ ...content, ...choices })
    }
    case 'imported':
      return await client.capture.clipFile.mutate({
        fileName: source.file.name,
        bytes: await readFile(source.file),
        importId: source.importId,
        ...choices,
      })
    case 'file':
      return await client.capture.clipFile.mutate({
        fileName: source.file.name,
        bytes: await readFile(source.file),
        ...choices,
      })
  }
}

/** What to call a source while it is being clipped. */
export function nameOfSource(source: ClipSource): string {
  switch (source.kind) {
    case 'imported':
      return source.path
    case 'file':
      return source.file.name
    case 'url':
      return source.url
    case 'text':
      return source.title ?? source.text.trim().slice(0, 80)
  }
}

/** What was copied or dropped as text: the web address that it is, or else the text itself; nothing where it is empty. */
export function sourcesOfText(text: string, html: string): ClipSource[] {
  const url = asWebAddress(text)
  if (url !== null) return [{ kind: 'url', url }]
  return text.trim() === '' ? [] : [{ kind: 'text', text, ...(html === '' ? {} : { html }) }]
}

async function readFile(file: File): Promise<string> {
  if (file.size > largestFile) {
    throw new AppError(
      'file-too-large',
      `${file.name} is larger than 60 MB.`,
      'Save the article alone, without its media.',
    )
  }
  return encodeBase64(new Uint8Array(await file.arrayBuffer()))
}
