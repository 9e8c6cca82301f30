import { useState } from 'react'
import type { ArticleFilter, ArticleOrder } from '#shared/domain/article.ts'

/** How a list of articles is looked at. */
export interface LibraryView {
  filter: ArticleFilter
  order: ArticleOrder
  /** Place in the list that has the cursor. */
  active: number
  /** The list that was left to look at the copies of one story. */
  before?: LibraryView
}

export type LibraryName = 'library' | 'inbox'

const views: Record<LibraryName, LibraryView> = {
  library: { filter: { copies: 'fold' }, order: { by: 'clipped', descending: true }, active: 0 },
  inbox: {
    filter: { status: 'inbox', copies: 'fold' },
    order: { by: 'clipped', descending: true },
    active: 0,
  },
}
let latest: LibraryName = 'library'

/** The view of a list, as this window left it: whoever comes back from an article finds the place again. */
export function useLibraryView(name: LibraryName): [LibraryView, (change: Partial<LibraryView>) => void] {
  const [view, setView] = useState(views[name])
  latest = name
  return [
    view,
    (change) => {
      views[name] = { ...views[name], ...change }
      setView(views[name])
    },
  ]
}

/** The list this window showed last, with its filter and order: what comes before and after an article in it. */
export function latestLibraryView(): Pick<LibraryView, 'filter' | 'order'> & { name: LibraryName } {
  const { filter, order } = views[latest]
  return { name: latest, filter, order }
}
