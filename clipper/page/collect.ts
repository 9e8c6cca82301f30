import type { Glance, Wanted } from '../protocol.ts'
import { collectImage, collectPage, collectSelection } from './markup.ts'
import { selectorsOf } from './selectors.ts'

/* Runs in the page, in a world of its own: the page's scripts can neither see nor change it. */

function glance(): Glance {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href
  const range = selectedRange()
  return {
    url: location.href,
    title: document.title.trim(),
    canonicalUrl: canonical === undefined || canonical === '' ? null : canonical.slice(0, 4000),
    selection: range === null ? null : selectorsOf(range),
  }
}

async function collect(wanted: Wanted) {
  if (wanted.kind === 'page') return await collectPage()
  if (wanted.kind === 'image') return await collectImage(wanted.source)
  const range = selectedRange()
  return range === null ? null : await collectSelection(range)
}

function selectedRange(): Range | null {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  return selection.getRangeAt(0)
}

/** What the extension calls, by this name, in the page where it has just put this file. */
export const pageApi = { glance, collect }

declare global {
  var aideMemoireClipper: typeof pageApi
}

globalThis.aideMemoireClipper = pageApi
