import type { FreezeRequest } from '#shared/domain/frozen-view.ts'
import { client } from '../../rpc/client.ts'
import type { Block } from '../templates/building-blocks.ts'

/** A view as it is now, as a dossier holds it, and a line below it to go on writing in. */
export async function frozenBlocks(request: FreezeRequest): Promise<Block[]> {
  const view = await client.analysis.freeze.query(request)
  return [{ type: 'frozenView', attrs: { view, caption: '' } }, { type: 'paragraph' }]
}
