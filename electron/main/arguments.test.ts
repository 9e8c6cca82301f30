import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readLaunchArguments } from './arguments.ts'

const nothing = { notebook: null, create: false, sample: false, clipboard: false, link: null }
const read = (...args: string[]) => readLaunchArguments(args, '/home/ada')

test('a notebook comes by double click, or by an option that also makes it', () => {
  expect(read('talks/river.memoire')).toEqual({
    ...nothing,
    notebook: resolve('/home/ada/talks/river.memoire'),
  })
  expect(read('--notebook', 'river.memoire', '--sample')).toEqual({
    ...nothing,
    notebook: resolve('/home/ada/river.memoire'),
    create: true,
    sample: true,
  })
})

test('of several files the first is opened, and what is no notebook is passed over', () => {
  expect(read('notes.txt', 'a.memoire', 'b.memoire').notebook).toBe(resolve('/home/ada/a.memoire'))
  expect(read('--inspect=0', '--no-sandbox', '.')).toEqual(nothing)
})

test('options of the browser host are passed over, with their values', () => {
  expect(read('--no-open', '--port', 'a.memoire')).toEqual(nothing)
})

test('a link is taken when it comes alone, as a system hands it over', () => {
  expect(read('aide-memoire://clip?url=https://example.org/')).toMatchObject({
    link: 'aide-memoire://clip?url=https://example.org/',
  })
})

test('a link that smuggles an option or a file along opens nothing', () => {
  expect(read('aide-memoire://open?article=1', '--notebook', '/tmp/other.memoire')).toEqual(nothing)
  expect(read('--notebook', '/tmp/other.memoire', 'aide-memoire://open?article=1')).toEqual(nothing)
})

test('a task of the taskbar clips what is on the clipboard, and a link cannot ask for it', () => {
  expect(read('--clip-clipboard')).toEqual({ ...nothing, clipboard: true })
  expect(read('--clip-clipboard', 'aide-memoire://open?article=1')).toEqual(nothing)
})
