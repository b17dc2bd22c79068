import { laidOut } from '../laid-out.ts'
import type { Operation, OperationField } from './operations.ts'

/** What was typed or chosen for each field, by its name; '' or no member where nothing was. */
export type FieldValues = Readonly<Record<string, string | File>>

/** A request as it is sent, and as curl sends it. */
export interface TryRequest {
  method: string
  url: string
  headers: Record<string, string>
  body: { json: string } | { form: [name: string, value: string | File][] } | null
}

/** The value of a field can not be sent; the message says why. */
export class FieldError extends Error {}

/** Makes the request of an endpoint. `base` is the URL of its group. Fails with a FieldError. */
export function tryRequest(operation: Operation, base: string, values: FieldValues, token: string): TryRequest {
  const given = operation.fields.flatMap((field) => {
    const value = values[field.name] ?? ''
    if (value !== '') return [{ field, value }]
    if (field.place === 'path') throw new FieldError(`${field.name} stands in the path. Fill it in.`)
    return []
  })
  const of = (place: OperationField['place']) => given.filter(({ field }) => field.place === place)
  const path = of('path').reduce(
    (filled, { field, value }) => filled.replace(`{${field.name}}`, () => encodeURIComponent(textOf(value))),
    operation.path,
  )
  const query = new URLSearchParams(of('query').map(({ field, value }) => [field.name, textOf(value)])).toString()
  const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` }
  const url = base + path + (query === '' ? '' : `?${query}`)
  const request = { method: operation.verb, url, headers }
  const inBody = of('body')
  if (!operation.fields.some(({ place }) => place === 'body')) return { ...request, body: null }
  if (operation.multipart) return { ...request, body: { form: inBody.map(({ field, value }) => [field.name, value]) } }
  const json = Object.fromEntries(inBody.map(({ field, value }) => [field.name, jsonValue(field, value)]))
  headers['content-type'] = 'application/json'
  return { ...request, body: { json: JSON.stringify(json, null, 2) } }
}

/** A file goes by its name where only text can go. */
const textOf = (value: string | File): string => (typeof value === 'string' ? value : value.name)

function jsonValue({ name, kind }: OperationField, value: string | File): unknown {
  if (typeof value !== 'string') return null
  if (kind === 'number') return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value
  if (kind === 'flag') return value === 'true'
  if (kind !== 'json') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    throw new FieldError(`${name} is no JSON. Text stands in double quotes: "like this".`)
  }
}

/** For a shell, with every value in quotes that nothing in it can end. */
export function curlOf({ method, url, headers, body }: TryRequest): string {
  const parts = [`curl -X ${method} ${quoted(url)}`]
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quoted(`${name}: ${value}`)}`)
  if (body !== null && 'json' in body) parts.push(`--data-raw ${quoted(body.json)}`)
  if (body !== null && 'form' in body) {
    for (const [name, value] of body.form) {
      parts.push(
        typeof value === 'string'
          ? `--form-string ${quoted(`${name}=${value}`)}`
          : `-F ${quoted(`${name}=@${value.name}`)}`,
      )
    }
  }
  return parts.join(' \\\n  ')
}

const quoted = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`

/** What came back. */
export interface TryAnswer {
  status: number
  ms: number
  body: string
}

/** Sends a request and reads the answer as text, JSON laid out. */
export async function sendRequest(
  { method, url, headers, body }: TryRequest,
  send: typeof fetch = fetch,
): Promise<TryAnswer> {
  const start = performance.now()
  // Never with cookies: what a visitor may do here must not depend on their being signed in to the editor.
  const response = await send(url, {
    method,
    headers,
    credentials: 'omit',
    ...(body === null ? {} : { body: bodyOf(body) }),
  })
  const text = await response.text()
  const ms = performance.now() - start
  return { status: response.status, ms, body: isJson(response) ? laidOut(text) : text }
}

function bodyOf(body: Exclude<TryRequest['body'], null>): string | FormData {
  if ('json' in body) return body.json
  const form = new FormData()
  for (const [name, value] of body.form) form.append(name, value)
  return form
}

const isJson = ({ headers }: Response): boolean => (headers.get('content-type') ?? '').includes('json')
