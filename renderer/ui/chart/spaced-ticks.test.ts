import { scaleUtc } from 'd3-scale'
import { expect, test } from 'vitest'
import { spacedTicks } from './spaced-ticks.ts'

test('marked days keep their distance, however short or long the time', () => {
  for (const days of [3, 9, 40, 200, 900, 9000]) {
    const x = scaleUtc([new Date(0), new Date(days * 86_400_000)], [0, 300])
    const places = spacedTicks(x, 90).map((tick) => x(tick))
    expect(places.length, `${days} days`).toBeGreaterThan(0)
    places.slice(1).forEach((place, at) => {
      expect(place - (places[at] ?? 0), `${days} days`).toBeGreaterThanOrEqual(90)
    })
  }
})
