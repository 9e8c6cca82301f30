import type { FrozenView } from '#shared/domain/frozen-view.ts'
import { paths } from '../../app/paths.ts'
import { writeFilter } from '../../analysis/view-filter.ts'

/**
 * Where the notebook shows the view as it is now, by the same filter.
 *
 * @param cell what is to be open there, in a matrix, by the ids of actor and topic
 */
export function liveAddress(view: FrozenView, cell?: readonly [string, string]): string {
  const { from, until, outlets, langs, coders, topic } = view.filter
  const params = new URLSearchParams()
  const filter = writeFilter({
    from: from ?? null,
    until: until ?? null,
    outlets: outlets ?? [],
    langs: langs ?? [],
    coderIds: coders?.map(({ id }) => id) ?? [],
    topicId: topic?.id ?? null,
  })
  for (const [name, value] of Object.entries(filter))
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) params.append(name, one)
  if (view.kind === 'matrix') {
    if (view.by === 'actor') params.set('by', 'actor')
    if (view.asOf !== null) params.set('day', view.asOf)
    if (cell !== undefined) params.set('cell', cell.join('~'))
  } else if (view.rows !== 'party') params.set('rows', view.rows)
  const query = params.toString()
  return `${view.kind === 'matrix' ? paths.matrix : paths.timeline}${query === '' ? '' : `?${query}`}`
}
