import type { Definitions, FilterInfo, StatementInfo } from './definitions.ts'

/** Definitions to look names up in. */
export interface Catalogue extends Definitions {
  statement(name: string): StatementInfo | undefined
  /** By name or by an older spelling. */
  filter(name: string): FilterInfo | undefined
}

export function catalogueOf(definitions: Definitions): Catalogue {
  const statements = new Map(definitions.statements.map((info) => [info.name, info]))
  const filters = new Map(
    definitions.filters.flatMap((info) => [info.name, ...(info.aliases ?? [])].map((name) => [name, info] as const)),
  )
  return { ...definitions, statement: (name) => statements.get(name), filter: (name) => filters.get(name) }
}
