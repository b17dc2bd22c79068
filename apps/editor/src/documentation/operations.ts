import type { OpenApiDocument, OpenApiOperation } from '@cairn/contract'

/** One input of an endpoint, as a form asks for it. */
export interface OperationField {
  name: string
  place: 'path' | 'query' | 'body'
  required: boolean
  kind: 'text' | 'number' | 'flag' | 'choice' | 'json' | 'file' | 'password'
  /** Of a choice. */
  choices: string[]
  /** `integer`, `string (email)`; for the eye. */
  type: string
  description: string
}

/** An endpoint as its documentation shows it. */
export interface Operation {
  /** `GET /deal/{deal_id}`. */
  id: string
  verb: string
  path: string
  summary: string
  tags: string[]
  /** Whether it asks for a token. */
  secured: boolean
  fields: OperationField[]
  /** Whether the body is a form with files rather than JSON. */
  multipart: boolean
}

type Schema = OpenApiOperation['parameters'][number]['schema']

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head']

/** The endpoints of a document, by path and then by verb. */
export function operationsOf({ paths }: OpenApiDocument): Operation[] {
  return Object.entries(paths)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([path, methods]) =>
      VERBS.flatMap((verb) => {
        const operation = methods[verb]
        return operation === undefined ? [] : [operationOf(path, verb.toUpperCase(), operation)]
      }),
    )
}

function operationOf(path: string, verb: string, operation: OpenApiOperation): Operation {
  const { summary, tags, security, parameters, requestBody } = operation
  const multipart = requestBody?.content['multipart/form-data']
  const body = multipart ?? requestBody?.content['application/json']
  return {
    id: `${verb} ${path}`,
    verb,
    path,
    summary,
    tags,
    secured: security !== undefined,
    fields: [
      ...parameters.map(({ name, in: place, required, schema }) => fieldOf(name, place, required, schema)),
      ...(body === undefined ? [] : bodyFields(body.schema)),
    ],
    multipart: multipart !== undefined,
  }
}

function bodyFields({ properties, required }: Schema): OperationField[] {
  const must = Array.isArray(required) ? required : []
  return Object.entries(schemaOf(properties)).map(([name, schema]) =>
    fieldOf(name, 'body', must.includes(name), schemaOf(schema)),
  )
}

function fieldOf(name: string, place: OperationField['place'], required: boolean, declared: Schema): OperationField {
  const schema = withoutNull(declared)
  const { format, description } = schema
  const types = [schema['type']].flat().filter((type) => typeof type === 'string')
  const choices = Array.isArray(schema['enum']) ? schema['enum'].filter((value) => typeof value === 'string') : []
  return {
    name,
    place,
    required,
    kind: choices.length > 0 ? 'choice' : kindOf(types, format),
    choices,
    type: `${types.join(' or ') || 'any'}${typeof format === 'string' ? ` (${format})` : ''}`,
    description: typeof description === 'string' ? description : '',
  }
}

const TEXTS: Readonly<Record<string, OperationField['kind']>> = { binary: 'file', password: 'password' }

function kindOf(types: string[], format: unknown): OperationField['kind'] {
  if (types.includes('string')) return (typeof format === 'string' ? TEXTS[format] : undefined) ?? 'text'
  if (types.includes('integer') || types.includes('number')) return 'number'
  return types.includes('boolean') ? 'flag' : 'json'
}

/** What a value may be besides null. */
function withoutNull(schema: Schema): Schema {
  const [first] = Array.isArray(schema['anyOf']) ? schema['anyOf'] : []
  return first === undefined ? schema : schemaOf(first)
}

const schemaOf = (value: Schema[string] | undefined): Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
