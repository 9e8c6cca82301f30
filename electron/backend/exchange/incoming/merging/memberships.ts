import type { Merger, Taken } from './merger.ts'

/**
 * Says whom a new actor belongs to, once everybody is there; of one that was here, only tells where the file says something else.
 * What would make somebody a member of themselves is left out.
 */
export function belongTo(merger: Merger, taken: Taken | null, name: string, memberOf: string | null): void {
  if (taken === null || memberOf === null || memberOf === taken.id) return
  if (!taken.isNew) tellOther(merger, name, taken.id, memberOf)
  else if (!leadsTo(merger, memberOf, taken.id))
    merger.write?.run('UPDATE actor SET member_of_id = ? WHERE id = ?', memberOf, taken.id)
}

function leadsTo(merger: Merger, from: string, target: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = from; at !== null && !seen.has(at); at = groupOf(merger, at)) {
    if (at === target) return true
    seen.add(at)
  }
  return false
}

function tellOther(merger: Merger, name: string, id: string, memberOf: string): void {
  if (merger.isNew(id)) return
  const here = groupOf(merger, id)
  if (here === memberOf) return
  const [shown, there] = [here === null ? '' : merger.nameOf('actor', here), merger.nameOf('actor', memberOf)]
  merger.tally.conflict({ kind: 'actor', name, field: 'memberOf', here: shown, there })
}

function groupOf({ db }: Merger, id: string): string | null {
  return db.get<{ up: string | null }>('SELECT member_of_id AS up FROM actor WHERE id = ?', id)?.up ?? null
}
