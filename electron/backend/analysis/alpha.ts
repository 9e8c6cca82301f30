/**
 * Krippendorff's alpha for nominal data with any number of coders and values missing: 1 is full agreement, 0 what chance would
 * give, below 0 less than that. K. Krippendorff, “Computing Krippendorff's Alpha-Reliability” (2011), section C: coincidences of
 * pairable values within units, observed against expected disagreement.
 *
 * @param units what each unit was coded as; null where a coder left it out
 * @returns null where nothing can be compared: no unit with two values. Where only one value was ever given, that is 1.
 */
export function krippendorffAlpha(units: ReadonlyArray<ReadonlyArray<string | null>>): number | null {
  const totals = new Map<string, number>()
  let pairable = 0
  let observed = 0
  for (const unit of units) {
    const values = unit.filter((value) => value !== null)
    if (values.length < 2) continue
    pairable += values.length
    const counts = new Map<string, number>()
    for (const value of values) {
      counts.set(value, (counts.get(value) ?? 0) + 1)
      totals.set(value, (totals.get(value) ?? 0) + 1)
    }
    for (const count of counts.values()) observed += (count * (values.length - count)) / (values.length - 1)
  }
  if (pairable === 0) return null
  let expected = 0
  for (const count of totals.values()) expected += count * (pairable - count)
  return expected === 0 ? 1 : 1 - ((pairable - 1) * observed) / expected
}
