import { api } from '../extension-api.ts'
import { t } from '../i18n.ts'
import type { ClipOrder } from '../protocol.ts'

/** The items of the context menu, by what was clicked. */
const items = [
  { id: 'page', contexts: ['page'] },
  { id: 'quote', contexts: ['selection'] },
  { id: 'selection', contexts: ['selection'] },
  { id: 'link', contexts: ['link'] },
  { id: 'image', contexts: ['image'] },
] as const

export async function setUpMenus(): Promise<void> {
  await api.contextMenus.removeAll()
  for (const { id, contexts } of items)
    api.contextMenus.create({ id, contexts: [...contexts], title: t(`menu.${id}`) })
}

/** What an item asks for; `popup` where speaker, topic and stance are to be chosen first. */
export function orderOf(
  item: string,
  { linkUrl = '', srcUrl = '' }: { linkUrl?: string; srcUrl?: string },
): ClipOrder['wanted'] | 'popup' | null {
  switch (item) {
    case 'page':
      return { kind: 'page' }
    case 'selection':
      return { kind: 'selection' }
    case 'quote':
      return 'popup'
    case 'link':
      return /^https?:/.test(linkUrl) ? { kind: 'link', url: linkUrl.slice(0, 4000) } : null
    case 'image':
      return srcUrl === '' ? null : { kind: 'image', source: srcUrl }
    default:
      return null
  }
}
