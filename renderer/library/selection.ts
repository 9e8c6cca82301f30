/** What is chosen in a list: the chosen ids, the one with the focus, and where a range with Shift begins. */
export interface Selection {
  chosen: ReadonlySet<string>
  focus: number
  anchor: number
}

export const nothingChosen: Selection = { chosen: new Set(), focus: 0, anchor: 0 }

/** Moves the focus; with `extend`, chooses everything between the anchor and it. `idAt` knows the ids that are loaded. */
export function moveTo(
  selection: Selection,
  index: number,
  total: number,
  extend: boolean,
  idAt: (index: number) => string | undefined,
): Selection {
  const focus = Math.min(Math.max(index, 0), Math.max(total - 1, 0))
  if (!extend) return { ...selection, focus, anchor: focus }
  const [from, to] = [Math.min(selection.anchor, focus), Math.max(selection.anchor, focus)]
  const chosen = new Set<string>()
  for (let place = from; place <= to; place++) {
    const id = idAt(place)
    if (id !== undefined) chosen.add(id)
  }
  return { chosen, focus, anchor: selection.anchor }
}

/** Chooses one more, or lets go of it. */
export function toggle(selection: Selection, index: number, id: string): Selection {
  const chosen = new Set(selection.chosen)
  if (!chosen.delete(id)) chosen.add(id)
  return { chosen, focus: index, anchor: index }
}
