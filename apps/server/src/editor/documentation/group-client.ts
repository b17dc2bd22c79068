import type { ApiGroupObject, FieldDefinition, QueryObject, WorkspaceModel } from '@cairn/language'
import { isFile } from './field-schema.ts'
import { endpointsOf } from './group-open-api.ts'
import { inputFields, pathParameters } from './input-fields.ts'

const NUMBERS: ReadonlySet<string> = new Set(['int', 'decimal'])
const TEXTS: ReadonlySet<string> = new Set(['text', 'email', 'password', 'uuid', 'date', 'enum'])

/**
 * A TypeScript client of an API group, one function an endpoint, without dependencies. Names and paths come in as
 * literals only: what a group is called is never code.
 */
export function groupClient(model: WorkspaceModel, group: ApiGroupObject, url: string): string {
  const names = new Set<string>()
  const functions = endpointsOf(model, group).map((query) => endpointLines(query, model, names))
  return `${PREAMBLE.replace('BASE_URL', () => JSON.stringify(url))}
/** Makes a client. \`token\` is asked for before each call to an endpoint with authentication. */
export const createClient = (options: ClientOptions = {}) => ({
${functions.join('\n')}
})
`
}

const PREAMBLE = `export interface ClientOptions {
  baseUrl?: string
  token?: () => string | null | Promise<string | null>
  fetch?: typeof fetch
}

export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly payload: unknown
  constructor(status: number, body: { code?: string; message?: string; payload?: unknown } | null) {
    super(body?.message ?? \`The server answered \${status}.\`)
    this.status = status
    this.code = body?.code ?? ''
    this.payload = body?.payload
  }
}

type Input = Record<string, unknown>

const call = async (options: ClientOptions, method: string, path: string, inPath: string[], auth: boolean, input: Input) => {
  const rest: Input = { ...input }
  for (const name of inPath) delete rest[name]
  const filled = path.replace(/\\{([^/}]+)\\}/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const url = new URL((options.baseUrl ?? BASE_URL) + filled)
  const headers: Record<string, string> = {}
  const token = auth ? await options.token?.() : null
  if (token) headers['authorization'] = \`Bearer \${token}\`
  const init: RequestInit = { method, headers }
  if (method === 'GET' || method === 'HEAD') {
    for (const [name, value] of Object.entries(rest)) {
      if (value !== undefined) url.searchParams.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
    }
  } else if (Object.values(rest).some((value) => value instanceof Blob)) {
    const form = new FormData()
    for (const [name, value] of Object.entries(rest)) {
      if (value !== undefined) form.append(name, value instanceof Blob ? value : typeof value === 'object' ? JSON.stringify(value) : String(value))
    }
    init.body = form
  } else {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(rest)
  }
  const response = await (options.fetch ?? fetch)(url, init)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  const body = isJson && text !== '' ? JSON.parse(text) : text
  if (!response.ok) throw new ApiError(response.status, isJson ? body : null)
  return body
}
`

function endpointLines(query: QueryObject, model: WorkspaceModel, names: Set<string>): string {
  const fields = inputFields(query, model.tables)
  const inPath = pathParameters(query.path)
  const declared = new Set(fields.map(({ name }) => name))
  const members = [
    ...inPath.filter((name) => !declared.has(name)).map((name) => `${JSON.stringify(name)}: string | number`),
    ...fields.map((field) => memberOf(field, inPath.includes(field.name))),
  ]
  const mustGive = members.some((member) => !member.includes('?: '))
  const type = members.length === 0 ? 'Record<string, never>' : `{ ${members.join('; ')} }`
  const path = JSON.stringify(`/${query.path.replace(/^\/+|\/+$/g, '')}`)
  const args = [JSON.stringify(query.verb), path, JSON.stringify(inPath), String(query.auth !== null)].join(', ')
  const input = `input: ${type}${mustGive ? '' : ' = {}'}`
  return `  ${JSON.stringify(nameOf(query, names))}: <Result = unknown>(${input}): Promise<Result> =>\n    call(options, ${args}, input),`
}

function memberOf(field: FieldDefinition, inPath: boolean): string {
  const optional = !inPath && (!field.required || field.default !== null)
  return `${JSON.stringify(field.name)}${optional ? '?: ' : ': '}${typeOf(field)}`
}

function typeOf(field: FieldDefinition): string {
  const one = typeOfOne(field)
  const list = field.list === null ? one : `(${one})[]`
  return field.nullable ? `${list} | null` : list
}

function typeOfOne(field: FieldDefinition): string {
  if (field.type === 'enum' && field.values.length > 0)
    return field.values.map((value) => JSON.stringify(value)).join(' | ')
  if (NUMBERS.has(field.type)) return 'number'
  if (TEXTS.has(field.type)) return 'string'
  if (field.type === 'bool') return 'boolean'
  if (field.type === 'timestamp') return 'number | string'
  if (field.type === 'vector') return 'number[]'
  if (isFile(field)) return 'Blob'
  if (field.schema.length > 0) return `{ ${field.schema.map((member) => memberOf(member, false)).join('; ')} }`
  return 'unknown'
}

/** `getDealsByDealId` of `GET deals/{deal_id}`. */
function nameOf({ verb, path }: QueryObject, names: Set<string>): string {
  const words = path
    .replaceAll(/\{([^/}]+)\}/g, ' by $1 ')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
  const base = verb.toLowerCase() + words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
  let name = base
  for (let number = 2; names.has(name); number += 1) name = `${base}${number}`
  names.add(name)
  return name
}
