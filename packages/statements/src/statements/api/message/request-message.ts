import { checkWhole } from '../../../values/visits.ts'
import type { RandomPort } from '../../../ports/ports.ts'
import { invalidArgument } from '../../../define/read-argument.ts'
import { toText } from '../../../values/convert.ts'
import { isContainer, isEmpty } from '../../../values/kinds.ts'
import { FileResource, type Value } from '../../../values/value.ts'
import { fieldsOf, formText, holdsFile } from './fields.ts'
import { headerValue, withHeader, type Header } from './headers.ts'
import { multipartBody } from './multipart.ts'

/** What of a request goes over the wire. */
export interface RequestMessage {
  url: string
  headers: Header[]
  body: string | Uint8Array | null
}

const withoutBody = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Where `params` go: into the address for methods without a body, else into the body: as the Content-Type says, as a
 * multipart form when a file is among them, as a form when nothing is said.
 */
export function requestMessage(
  method: string,
  { url, headers, params }: { url: string; headers: Header[]; params: Value },
  random: RandomPort,
): RequestMessage {
  if (withoutBody.has(method)) return { url: withQuery(url, params), headers, body: null }
  if (params === null || params === '') return { url, headers, body: null }
  if (params instanceof FileResource) return { url, headers: withType(headers, params.mime), body: params.data }
  if (!isContainer(params)) {
    if (typeof params === 'object') throw invalidArgument('params', 'an object or text', params)
    return { url, headers, body: toText(params) }
  }
  return { url, ...bodyOf(params, headers, random) }
}

function bodyOf(params: Value, headers: Header[], random: RandomPort): Omit<RequestMessage, 'url'> {
  checkWhole(params)
  const type = headerValue(headers, 'content-type')?.toLowerCase() ?? ''
  if (holdsFile(params) || type.startsWith('multipart/form-data')) {
    const boundary = `cairn-${Buffer.from(random.bytes(18)).toString('hex')}`
    const multipart = withHeader(headers, 'Content-Type', `multipart/form-data; boundary=${boundary}`)
    return { headers: multipart, body: multipartBody(fieldsOf(params), boundary) }
  }
  const isForm = type === '' || type.startsWith('application/x-www-form-urlencoded')
  if (!isForm) return { headers, body: JSON.stringify(params) }
  if (isEmpty(params)) return { headers, body: null }
  return { headers: withType(headers, 'application/x-www-form-urlencoded'), body: formText(fieldsOf(params)) }
}

function withType(headers: Header[], type: string): Header[] {
  return headerValue(headers, 'content-type') === null ? withHeader(headers, 'Content-Type', type) : headers
}

/** The address with the parameters behind its own, in front of a fragment. */
function withQuery(url: string, params: Value): string {
  const query = typeof params === 'string' ? params.replace(/^\?/, '') : formText(fieldsOf(params))
  if (query === '') return url
  const [address = '', ...fragment] = url.split('#')
  const joint = address.includes('?') ? (/[?&]$/.test(address) ? '' : '&') : '?'
  return [address + joint + query, ...fragment].join('#')
}
