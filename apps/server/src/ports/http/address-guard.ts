import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Whether a request may go to an address. */
export type AddressRule = (address: string) => boolean

/** What must not be reached from a stack in IPv4: IANA's special-purpose registry and clouds' own addresses. */
const closedV4 = subnets('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
])

/** All of IPv6 that was given out as global unicast; ULA, link-local, mapped and NAT64 addresses lie outside. */
const globalV6 = subnets('ipv6', [['2000::', 3]])

/** Parts of it that carry an IPv4 address inside (Teredo, 6to4) or are no one's. */
const closedV6 = subnets('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
])

/** Whether an address, in the spelling a resolver or the URL parser gives it, belongs to the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closedV4.check(address, 'ipv4')
  return isIPv6(address) && globalV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6')
}

function subnets(family: 'ipv4' | 'ipv6', ranges: [network: string, prefix: number][]): BlockList {
  const list = new BlockList()
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family)
  return list
}
