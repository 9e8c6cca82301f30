import { expect, test } from 'vitest'
import { isPublicAddress } from './vet-address.ts'

test.each([
  ['loopback', '127.0.0.1'],
  ['another loopback', '127.255.1.9'],
  ['the unspecified address', '0.0.0.0'],
  ['a private network', '10.1.2.3'],
  ['a private network', '172.31.0.1'],
  ['a private network', '192.168.1.1'],
  ['link-local, where cloud metadata lives', '169.254.169.254'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['multicast', '224.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['reserved space', '240.0.0.1'],
  ['IPv6 loopback', '::1'],
  ['the unspecified IPv6 address', '::'],
  ['unique local IPv6', 'fd00::1'],
  ['link-local IPv6', 'fe80::1'],
  ['multicast IPv6', 'ff02::1'],
  ['mapped loopback', '::ffff:127.0.0.1'],
  ['mapped private in hexadecimal', '::ffff:c0a8:101'],
  ['compatible loopback', '::7f00:1'],
  ['translated loopback', '::ffff:0:7f00:1'],
  ['NAT64 of a private address', '64:ff9b::a00:1'],
  ['6to4 of loopback', '2002:7f00:1::'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['documentation', '2001:db8::1'],
  ['unassigned IPv6', '4000::1'],
  ['a name', 'localhost'],
  ['nothing', ''],
])('%s is not public: %s', (_, address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each([
  '93.184.215.14',
  '8.8.8.8',
  '2606:4700:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
  '2002:808:808::1',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})
