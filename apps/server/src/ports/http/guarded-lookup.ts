import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { StackError } from '@cairn/statements'
import type { AddressRule } from './address-guard.ts'

/** Every address of a host name. Rejects when there is none. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

/**
 * The lookup of a connection. It resolves once and hands the addresses it judged to the socket, so that no second
 * answer of the name's server can change where the socket goes. One address that is not allowed refuses the name.
 */
export function guardedLookup(resolve: Resolve, allows: AddressRule): LookupFunction {
  const lookup = callbackify(async (hostname: string): Promise<[LookupAddress, ...LookupAddress[]]> => {
    const [first, ...others] = await resolve(hostname)
    if (first === undefined || ![first, ...others].every(({ address }) => allows(address))) throw refuseHost(hostname)
    return [first, ...others]
  })
  return (hostname, options, callback) =>
    lookup(hostname, (error, addresses) => {
      if (error) callback(error, '')
      else if (options.all) callback(null, addresses)
      else callback(null, addresses[0].address, addresses[0].family)
    })
}

/** Says nothing of the address: what a name means inside this network is not the caller's to learn. */
export function refuseHost(hostname: string): StackError {
  return new StackError('standard', 'request_refused', `"${hostname}" is not a host of the public internet.`, {
    hint: 'Call it by a public address; this server allows no requests to private ones.',
  })
}
