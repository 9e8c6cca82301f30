import { api } from '../extension-api.ts'
import type { ClipOrder, ClipOutcome, Request } from '../protocol.ts'
import { flash, showQueue } from './badge.ts'
import { orderOf, setUpMenus } from './menus.ts'
import { readMemory } from './pairing.ts'
import { fromQueue, putBack, queueLength } from './queue.ts'
import { flush, retryAlarm } from './sender.ts'
import { takeClip } from './take.ts'

/* Goes on when the popup is closed; ended and started anew by the browser as it likes, so it keeps nothing in memory. */

async function takeQuietly(tabId: number, wanted: ClipOrder['wanted']): Promise<void> {
  const { notebook } = await readMemory()
  const outcome = await takeClip({ tabId, wanted, notebookId: notebook?.id ?? null })
  const isDone = outcome.kind === 'stored'
  if (isDone || outcome.kind !== 'waiting') await flash(isDone ? 'done' : 'failed')
}

async function answer(request: Request): Promise<ClipOutcome> {
  if (request.kind === 'clip') return takeClip(request.order)
  if (request.kind === 'resend') {
    const waiting = await fromQueue(request.id)
    if (waiting !== undefined) await putBack({ ...waiting, refused: null, notebookId: request.notebookId })
  }
  const outcomes = await flush()
  return (request.kind === 'resend' ? outcomes.get(request.id) : undefined) ?? { kind: 'waiting' }
}

api.runtime.onMessage.addListener((message, sender, respond) => {
  // Pages cannot send here, and content scripts of ours do not.
  if (sender.id !== api.runtime.id || (sender.tab !== undefined && !isOwnPage(sender))) return undefined
  answer(message as Request).then(respond, () =>
    respond({ kind: 'failed', code: 'internal' } satisfies ClipOutcome),
  )
  return true
})

function isOwnPage({ tab }: { tab?: { url?: string } }): boolean {
  return tab?.url === undefined || tab.url.startsWith(api.runtime.getURL(''))
}

api.commands.onCommand.addListener((command, tab) => {
  const kind = command === 'clip-selection' ? 'selection' : 'page'
  if (tab?.id !== undefined) void takeQuietly(tab.id, { kind })
})

api.contextMenus.onClicked.addListener((info, tab) => {
  const wanted = orderOf(String(info.menuItemId), info)
  if (wanted === null || tab?.id === undefined) return
  if (wanted === 'popup') void api.action.openPopup?.()
  else void takeQuietly(tab.id, wanted)
})

api.alarms.onAlarm.addListener(({ name }) => {
  if (name === retryAlarm) void flush()
})

api.runtime.onInstalled.addListener(() => void setUpMenus())
api.runtime.onStartup.addListener(() => {
  void setUpMenus()
  void flush()
})
void queueLength().then(showQueue)
