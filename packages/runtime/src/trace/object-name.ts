import type { RunnableObject } from '../types.ts'

/** How a trace names a stack: `GET /deals/{id}` or its name. */
export const objectName = (object: RunnableObject): string =>
  object.kind === 'query' ? `${object.verb} /${object.path.replace(/^\//, '')}` : object.name
