import { client } from '../../rpc/client.ts'
import type { Block } from '../templates/building-blocks.ts'

/** What is to be put into a dossier. */
export interface ForDossier {
  /** What a new dossier would be called. */
  title: string
  /** Made when it is known that they are wanted. */
  blocks(): Promise<Block[]>
}

/**
 * Puts blocks at the end of a dossier, or into a new one where there is no id. An empty line at the end makes room for them.
 *
 * @returns the dossier's id
 */
export async function putIntoDossier(
  dossierId: string | null,
  title: string,
  blocks: readonly Block[],
): Promise<string> {
  if (dossierId === null) {
    const document = { type: 'doc', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks }
    return (await client.dossier.create.mutate({ title, document })).id
  }
  const { document, updatedAt } = await client.dossier.get.query({ id: dossierId })
  const { content } = document as { content: Block[] }
  const last = content.at(-1)
  const isRoom = last?.type === 'paragraph' && last.content === undefined
  const change = { from: content.length - Number(isRoom), removed: Number(isRoom), blocks: [...blocks] }
  await client.dossier.save.mutate({ id: dossierId, basedOn: updatedAt, change })
  return dossierId
}
