import type { AddressInfo } from 'node:net'

/** Where a browser on this machine finds a server that listens there. */
export function httpAddress({ address, port }: Pick<AddressInfo, 'address' | 'port'>): string {
  if (address === '0.0.0.0' || address === '::') return `http://localhost:${port}`
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`
}
