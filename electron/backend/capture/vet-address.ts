import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is one a clipped page may come from: public unicast. Loopback, private, link-local, shared (CGNAT),
 * multicast, reserved and documentation ranges are not, nor are IPv6 forms that carry such an IPv4 address (mapped,
 * compatible, NAT64, 6to4, Teredo). What is no IP address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast'
  const embedded = embeddedIpv4(parsed)
  if (embedded !== undefined) return embedded.range() === 'unicast'
  // Only 2000::/3 is given out as global unicast; ranges ipaddr.js has no name for lie outside it.
  return parsed.range() === 'unicast' && (parsed.parts[0] ?? 0) >> 13 === 1
}

function ipv4At(bytes: number[], start: number): ipaddr.IPv4 {
  return new ipaddr.IPv4(bytes.slice(start, start + 4))
}

function embeddedIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | undefined {
  const bytes = address.toByteArray()
  const isIn = (range: string, bits: number) => address.match(ipaddr.IPv6.parse(range), bits)
  if (address.isIPv4MappedAddress()) return address.toIPv4Address()
  if (isIn('64:ff9b::', 96) || isIn('::', 96) || isIn('::ffff:0:0:0', 96)) return ipv4At(bytes, 12)
  if (isIn('2002::', 16)) return ipv4At(bytes, 2)
  // Teredo tunnels to whatever its obfuscated address says; nobody serves pages there.
  if (isIn('2001::', 32)) return new ipaddr.IPv4([127, 0, 0, 1])
  return undefined
}
