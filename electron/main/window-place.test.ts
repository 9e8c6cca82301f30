import { expect, test } from 'vitest'
import { besides, placeWindow } from './window-place.ts'

const left = { x: 0, y: 25, width: 1920, height: 1055 }
const right = { x: 1920, y: 0, width: 2560, height: 1440 }

test('the first window is in the middle of the first display', () => {
  expect(placeWindow(null, [left, right])).toEqual({ x: 320, y: 123, width: 1280, height: 860 })
})

test('a window comes back to the display it was on', () => {
  const saved = { x: 2100, y: 100, width: 1200, height: 900 }
  expect(placeWindow(saved, [left, right])).toEqual(saved)
})

test('a window between two displays comes back whole, on the one that shows most of it', () => {
  expect(placeWindow({ x: 1700, y: 100, width: 1200, height: 900 }, [left, right]).x).toBe(1920)
})

test('a window of a display that is gone comes to the first one, in its size', () => {
  expect(placeWindow({ x: 2100, y: 100, width: 1200, height: 900 }, [left])).toEqual({
    x: 360,
    y: 103,
    width: 1200,
    height: 900,
  })
})

test('a window larger than its display is made to fit, and is never too small to use', () => {
  expect(placeWindow({ x: -500, y: -500, width: 5000, height: 5000 }, [left])).toEqual(left)
  expect(placeWindow({ x: 10, y: 30, width: 5, height: 5 }, [left])).toMatchObject({
    width: 720,
    height: 480,
  })
})

test('one more window opens a little beside the other', () => {
  const window = { x: 100, y: 100, width: 800, height: 600 }
  expect(besides(window)).toEqual({ x: 132, y: 132, width: 800, height: 600 })
})
