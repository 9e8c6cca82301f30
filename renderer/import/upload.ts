import { uploadPieceBytes } from '#shared/domain/import.ts'
import { encodeBase64 } from '../library/clip/encode-base64.ts'
import { client } from '../rpc/client.ts'
import type { ChosenFiles } from './chosen-files.ts'

/**
 * Hands files over to the backend, piece by piece. What was handed over is discarded where it is aborted or fails.
 *
 * @returns the id by which it is imported
 */
export async function upload(
  { files }: ChosenFiles,
  { signal, onShare }: { signal: AbortSignal; onShare(share: number): void },
): Promise<string> {
  const { uploadId } = await client.exchange.beginUpload.mutate({
    files: files.map(({ path, file }) => ({ path, size: file.size })),
  })
  try {
    const total = files.reduce((sum, { file }) => sum + file.size, 0)
    let sent = 0
    for (const [index, { file }] of files.entries())
      for (let offset = 0; offset < file.size; offset += uploadPieceBytes) {
        signal.throwIfAborted()
        const bytes = new Uint8Array(await file.slice(offset, offset + uploadPieceBytes).arrayBuffer())
        await client.exchange.upload.mutate({ uploadId, file: index, offset, bytes: encodeBase64(bytes) })
        sent += bytes.length
        onShare(sent / total)
      }
    return uploadId
  } catch (error) {
    discard(uploadId)
    throw error
  }
}

export function discard(uploadId: string): void {
  void client.exchange.discardUpload.mutate({ uploadId }).catch(() => {})
}
