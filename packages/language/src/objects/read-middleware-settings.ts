import type { AttributeReader } from './attribute-reader.ts'
import { isRecord, type Literal } from './literal-value.ts'
import type { MiddlewareSettings } from './types.ts'

/** Reads `middleware = {pre: [{name: "a"}], post: ["b"]}` of an object; null where it inherits both lists. */
export function readMiddlewareSettings(reader: AttributeReader): MiddlewareSettings | null {
  return middlewareSettings(reader.record('middleware') ?? undefined)
}

/** The settings a literal stands for. A list that is not written is inherited; entries without a name are left out. */
export function middlewareSettings(value: Literal | undefined): MiddlewareSettings | null {
  if (!isRecord(value)) return null
  const settings = { pre: middlewareList(value['pre']), post: middlewareList(value['post']) }
  return settings.pre === null && settings.post === null ? null : settings
}

function middlewareList(value: Literal | undefined): MiddlewareSettings['pre'] {
  return Array.isArray(value) ? value.flatMap((item) => middlewareEntry(item) ?? []) : null
}

function middlewareEntry(item: Literal): { name: string; active: boolean } | null {
  const entry = typeof item === 'string' ? { name: item } : item
  if (!isRecord(entry) || typeof entry['name'] !== 'string' || entry['name'] === '') return null
  return { name: entry['name'], active: entry['active'] !== false }
}
