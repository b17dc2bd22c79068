import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { StackError } from '@cairn/statements'
import type { AddressRule } from './address-guard.ts'

/** Every address of a host name. Rejects when there is none. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

/**
 * The lookup of a connection. It resolves once and hands the addresses it judged to the socket, so that no second
 * answer of the name's server can change where the socket goes. One address that is not allowed refuses the name.
 */
export function guardedLookup(resolve: Resolve, allows: AddressRule): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses
        if (first === undefined) return callback(refuseHost(hostname), '')
        if (!addresses.every(({ address }) => allows(address))) {
          return callback(refuseHost(hostname), '')
        }
        return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    )
  }
}

/** Says nothing of the address: what a name means inside this network is not the caller's to learn. */
export function refuseHost(hostname: string): StackError {
  return new StackError('standard', 'request_refused', `"${hostname}" is not a host of the public internet.`, {
    hint: 'To call hosts of your own network, start the server with CAIRN_ALLOW_PRIVATE_REQUESTS=true.',
  })
}
