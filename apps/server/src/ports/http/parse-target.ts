import { isIP } from 'node:net'
import { StackError } from '@cairn/statements'
import type { AddressRule } from './address-guard.ts'
import { refuseHost } from './guarded-lookup.ts'

/**
 * The URL to call. The parser writes octal, hexadecimal and shortened addresses as plain ones, which are judged here;
 * host names are judged when they are resolved. Throws StackError `request_refused`.
 */
export function parseTarget(text: string, allows: AddressRule): URL {
  const url = parse(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new StackError('standard', 'request_refused', `Only http and https can be called, not "${url.protocol}".`)
  }
  const address = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(address) !== 0 && !allows(address)) throw refuseHost(address)
  return url
}

function parse(text: string): URL {
  try {
    return new URL(text.trim())
  } catch (cause) {
    throw new StackError('standard', 'request_refused', `"${text.slice(0, 200)}" is not a URL.`, {
      cause,
      hint: 'A URL names its scheme and host: https://example.com/path.',
    })
  }
}
