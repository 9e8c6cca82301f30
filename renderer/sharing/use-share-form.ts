import { useState } from 'react'
import {
  type SharePart,
  type Withholdable,
  withheldByDefault,
  withholdableSchema,
} from '#shared/domain/sharing.ts'
import type { PartialDate } from '../ui/partial-date.ts'
import type { PartKind, ShareSubject } from './share-store.ts'

export interface ShareForm {
  by: PartKind
  /** Of the kind that is chosen. */
  ids: readonly string[]
  from: PartialDate | null
  until: PartialDate | null
  without: readonly Withholdable[]
  part: SharePart
  /** Nothing is chosen yet. */
  isEmpty: boolean
  chooseKind(by: PartKind): void
  toggle(id: string): void
  setIds(ids: readonly string[]): void
  setDays(days: { from?: PartialDate | null; until?: PartialDate | null }): void
  setWithheld(what: Withholdable, isWithheld: boolean): void
}

/** What is chosen in the dialog. Each kind keeps what was chosen of it; what is withheld follows the part until it is touched. */
export function useShareForm(subject: ShareSubject): ShareForm {
  const [by, chooseKind] = useState(subject.by)
  const [chosen, setChosen] = useState<Partial<Record<PartKind, readonly string[]>>>({
    [subject.by]: subject.ids,
  })
  const [days, setDays] = useState<{ from: PartialDate | null; until: PartialDate | null }>({
    from: null,
    until: null,
  })
  const [touched, setTouched] = useState<Partial<Record<Withholdable, boolean>>>({})
  const ids = chosen[by] ?? []
  const of = (kind: PartKind) => (kind === by ? [...ids] : [])
  const part: SharePart = {
    whole: by === 'whole',
    topicIds: of('topic'),
    articleIds: of('article'),
    actorIds: of('actor'),
    roundIds: of('round'),
    dossierIds: of('dossier'),
    ...(by !== 'whole' && days.from !== null && { from: days.from }),
    ...(by !== 'whole' && days.until !== null && { until: days.until }),
  }
  // Who shares by dossiers means them, also before one is chosen.
  const usual = withheldByDefault(part).filter((what) => by !== 'dossier' || what !== 'dossiers')
  const setIds = (next: readonly string[]) => setChosen({ ...chosen, [by]: next })
  return {
    by,
    ids,
    ...days,
    without: withholdableSchema.options.filter((what) => touched[what] ?? usual.includes(what)),
    part,
    isEmpty: by !== 'whole' && ids.length === 0 && days.from === null && days.until === null,
    chooseKind,
    setIds,
    toggle: (id) => setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]),
    setDays: (change) => setDays({ ...days, ...change }),
    setWithheld: (what, isWithheld) => setTouched({ ...touched, [what]: isWithheld }),
  }
}
