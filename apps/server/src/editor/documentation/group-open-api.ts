import type { OpenApiDocument, OpenApiOperation } from '@cairn/contract'
import type { ApiGroupObject, QueryObject, WorkspaceModel } from '@cairn/language'
import { fieldSchema, isFile, objectSchema, type Schema } from './field-schema.ts'
import { inputFields, pathParameters } from './input-fields.ts'

const refusal = (description: string): Schema => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
})

/** An API group as an OpenAPI 3.1 document. `url` is where it is served, such as `https://host/api:abc`. */
export function groupOpenApi(model: WorkspaceModel, group: ApiGroupObject, url: string): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {}
  for (const query of endpointsOf(model, group)) {
    const path = `/${query.path.replace(/^\/+|\/+$/g, '')}`
    paths[path] = { ...paths[path], [query.verb.toLowerCase()]: operation(query, model) }
  }
  return {
    openapi: '3.1.0',
    info: { title: group.name, version: '1.0.0', description: group.description },
    servers: [{ url }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Error: {
          type: 'object',
          properties: { code: { type: 'string' }, message: { type: 'string' }, payload: {} },
          required: ['code', 'message'],
        },
      },
    },
  }
}

/** Those that answer. */
export function endpointsOf(model: WorkspaceModel, group: ApiGroupObject): QueryObject[] {
  return model.queries.filter(({ apiGroup, active }) => apiGroup === group.name && active)
}

function operation(query: QueryObject, model: WorkspaceModel): OpenApiOperation {
  const fields = inputFields(query, model.tables)
  const inPath = pathParameters(query.path)
  const others = fields.filter(({ name }) => !inPath.includes(name))
  const sendsBody = query.verb !== 'GET' && query.verb !== 'HEAD' && others.length > 0
  const byName = new Map(fields.map((field) => [field.name, field]))
  const parameters = [
    ...inPath.map((name) => {
      const field = byName.get(name)
      return {
        name,
        in: 'path' as const,
        required: true,
        schema: field === undefined ? { type: 'string' } : fieldSchema(field),
      }
    }),
    ...(sendsBody ? [] : others).map((field) => ({
      name: field.name,
      in: 'query' as const,
      required: field.required && field.default === null,
      schema: fieldSchema(field),
    })),
  ]
  const media = others.some(isFile) ? 'multipart/form-data' : 'application/json'
  return {
    summary: query.description,
    tags: query.tags,
    ...(query.auth === null ? {} : { security: [{ token: [] }] }),
    parameters,
    ...(sendsBody ? { requestBody: { content: { [media]: { schema: objectSchema(others) } } } } : {}),
    responses: {
      200: { description: 'Success', content: { 'application/json': { schema: {} } } },
      400: refusal('The input is not as it should be.'),
      ...(query.auth === null ? {} : { 401: refusal('Without a valid token.') }),
      default: refusal('Any other error.'),
    },
  }
}
