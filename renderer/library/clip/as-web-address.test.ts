import { expect, test } from 'vitest'
import { asWebAddress } from './as-web-address.ts'

test('a line that is nothing but an address is one, with or without a scheme', () => {
  expect(asWebAddress(' https://courier.example/talks?page=2 \n')).toBe(
    'https://courier.example/talks?page=2',
  )
  expect(asWebAddress('www.courier.example/talks')).toBe('https://www.courier.example/talks')
})

test('an address whose host has no dot is an address, and no article of one word', () => {
  for (const address of ['http://localhost:8080/page', 'http://[::1]/', 'https://intranet'])
    expect(asWebAddress(address)).toBe(address)
})

test('words, other schemes, and an address with words beside it are text', () => {
  for (const text of ['www.', 'http://', 'ftp://courier.example/a', 'https://courier.example/a says so'])
    expect(asWebAddress(text)).toBe(null)
})
