import { expect, it } from 'vitest'
import { floatBeside } from './float-beside.ts'

const size = { width: 200, height: 40 }

it('floats above the middle of the passage', () => {
  const place = floatBeside(
    { top: 100, left: 300, width: 100, height: 20 },
    size,
    { width: 800, visibleTop: 0 },
    8,
  )
  expect(place).toEqual({ top: 52, left: 250 })
})

it('goes below where what is visible leaves no room above', () => {
  const place = floatBeside(
    { top: 520, left: 300, width: 100, height: 20 },
    size,
    { width: 800, visibleTop: 500 },
    8,
  )
  expect(place.top).toBe(548)
})

it('stays inside the container at both sides', () => {
  const at = (left: number) =>
    floatBeside({ top: 100, left, width: 10, height: 20 }, size, { width: 800, visibleTop: 0 }, 8).left
  expect(at(0)).toBe(0)
  expect(at(795)).toBe(600)
})
