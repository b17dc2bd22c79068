import { z } from 'zod'
import { contract } from './contract.ts'
import { INPUT_HEADER, type Route } from './route.ts'

/** The editor's API as an OpenAPI 3.1 document. */
export const openApi = (): Record<string, unknown> => ({
  openapi: '3.1.0',
  info: { title: 'Cairn editor API', version: '0.1.0' },
  servers: [{ url: '/api:meta' }],
  components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'cairn_session' } } },
  paths: paths(Object.entries(contract)),
})

const paths = (routes: [string, Route][]): Record<string, Record<string, unknown>> => {
  const found: Record<string, Record<string, unknown>> = {}
  for (const [name, declared] of routes) {
    found[declared.path] = { ...found[declared.path], [declared.method.toLowerCase()]: operation(name, declared) }
  }
  return found
}

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema: z.toJSONSchema(schema) } } })

const file = (type: string) => ({ content: { [type]: { schema: { type: 'string' } } } })

const operation = (
  operationId: string,
  { method, permission, summary, input, output, upload, stream }: Route,
): Record<string, unknown> => ({
  operationId,
  summary,
  security: permission === 'session' ? [{ session: [] }] : [],
  ...(upload === undefined
    ? {}
    : { parameters: [{ name: INPUT_HEADER, in: 'header', required: true, ...json(input) }] }),
  ...(method === 'POST'
    ? { requestBody: { required: true, ...(upload === undefined ? json(input) : file(upload)) } }
    : {}),
  responses: {
    200: { description: 'Done.', ...(stream === undefined ? json(output) : file(stream)) },
    default: { description: 'Refused: code and message.' },
  },
})
