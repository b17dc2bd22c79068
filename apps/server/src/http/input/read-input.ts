import type { IncomingMessage } from 'node:http'
import type { Value } from '@cairn/statements'
import { HttpError } from '../error/http-error.ts'
import { parseJson } from '../body/parse-json.ts'
import { parseMultipart } from '../body/parse-multipart.ts'
import { hasBody, readBody } from '../body/read-body.ts'
import { parseForm } from './parse-form.ts'

/** What a request brought, before any validation. */
export interface RawInput {
  /** Query string, body and path parameters in one object; the path wins over the body, the body over the query. */
  fields: { [key: string]: Value }
  /** The body by itself when it is JSON but no object, otherwise the same as `fields`. */
  value: Value
  bytes: Uint8Array | null
}

type Params = Readonly<Record<string, string>>

/** Answers at once where there is no body to wait for. */
export function readInput(
  incoming: IncomingMessage,
  query: string,
  params: Params,
  limit: number,
): RawInput | Promise<RawInput> {
  const fields = query === '' ? { ...params } : { ...parseForm(query), ...params }
  return hasBody(incoming) ? readWithBody(incoming, fields, params, limit) : { fields, value: fields, bytes: null }
}

async function readWithBody(
  incoming: IncomingMessage,
  outer: Record<string, Value>,
  params: Params,
  limit: number,
): Promise<RawInput> {
  const encoding = incoming.headers['content-encoding']
  if (encoding !== undefined && encoding !== 'identity') {
    throw new HttpError(415, 'ERROR_CODE_BAD_REQUEST', 'Send the body without Content-Encoding.')
  }
  const bytes = await readBody(incoming, limit)
  const body = await parseBody(bytes, incoming.headers['content-type'])
  if (!isFields(body)) return { fields: outer, value: body, bytes }
  const fields = { ...outer, ...body, ...params }
  return { fields, value: fields, bytes }
}

/** Content types that are not listed stay raw: the stack reads them with `util.get_raw_input`. */
function parseBody(bytes: Buffer, contentType: string | undefined): Value | Promise<Value> {
  const type = (contentType?.split(';', 1)[0] ?? '').trim().toLowerCase()
  if (type === 'application/json' || type.endsWith('+json')) return parseJson(bytes)
  if (type === 'application/x-www-form-urlencoded') return parseForm(bytes.toString('utf8'))
  if (type === 'multipart/form-data') return parseMultipart(bytes, contentType!)
  if (type === '' && (bytes[0] === 0x7b || bytes[0] === 0x5b)) return parseJson(bytes)
  return {}
}

function isFields(value: Value): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
