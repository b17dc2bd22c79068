import type { OpenApiOperation } from '@cairn/contract'

type Schema = OpenApiOperation['parameters'][number]['schema']

/** By format, for texts. */
const FORMATS: Readonly<Record<string, string>> = {
  email: 'ada@example.com',
  password: 'quiet words 4',
  uuid: '4b1f1f0e-6c1c-4f0e-9d5a-2f6f4f2a7c11',
  date: '2026-01-01',
}

/** A value that a JSON Schema takes: its default, else the first of its choices, else one of its type; undefined for a file. */
export function schemaExample(schema: Schema): unknown {
  if ('default' in schema) return schema['default']
  const { anyOf, enum: choices, format, items, properties } = schema
  if (Array.isArray(anyOf)) return schemaExample(asSchema(anyOf[0]))
  if (Array.isArray(choices)) return choices[0]
  if (format === 'binary') return undefined
  const types = [schema['type']].flat()
  if (types.includes('array')) return listExample(asSchema(items), schema['minItems'])
  if (types.includes('object')) return membersExample(asSchema(properties))
  if (types.includes('string')) {
    if (types.includes('integer')) return '2026-01-01T12:00:00Z'
    return (typeof format === 'string' ? FORMATS[format] : undefined) ?? 'text'
  }
  if (types.includes('integer')) return 1
  if (types.includes('number')) return 1.5
  return types.includes('boolean') ? true : {}
}

function listExample(items: Schema, least: unknown): unknown[] {
  const one = schemaExample(items)
  if (one === undefined) return []
  return Array.from({ length: Math.max(1, typeof least === 'number' ? least : 1) }, () => one)
}

/** What an object with these members may be; files are left out. */
function membersExample(properties: Schema): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, schema]) => {
      const value = schemaExample(asSchema(schema))
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** The input that an operation of an OpenAPI document asks for, path and query and body together. */
export function operationExample({ parameters, requestBody }: OpenApiOperation): Record<string, unknown> {
  const [body] = Object.values(requestBody?.content ?? {})
  const own = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]))
  return { ...membersExample(own), ...membersExample(asSchema(body?.schema['properties'])) }
}

const asSchema = (value: Schema[string] | undefined): Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
