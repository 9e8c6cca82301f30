import { api } from '../extension-api.ts'
import { t } from '../i18n.ts'
import { queueLength } from './queue.ts'

const flashMs = 1800
const colours = { waiting: '#7a5200', done: '#1d6641', failed: '#a42d23' }

/** How many clips wait, on the toolbar button. */
export async function showQueue(length: number): Promise<void> {
  await api.action.setBadgeBackgroundColor({ color: colours.waiting })
  await api.action.setBadgeText({ text: length === 0 ? '' : String(length) })
  await api.action.setTitle({ title: length === 0 ? t('name') : t('badge.waiting', { count: length }) })
}

/** A word on what a key or a menu did, where no popup is open to say it. */
export async function flash(kind: 'done' | 'failed'): Promise<void> {
  await api.action.setBadgeBackgroundColor({ color: colours[kind] })
  await api.action.setBadgeText({ text: kind === 'done' ? '✓' : '!' })
  setTimeout(() => void queueLength().then(showQueue), flashMs)
}
