'use client'
import { useQuery } from '@tanstack/react-query'
import type { Definitions, FilterInfo, StatementInfo } from './definitions.ts'

export interface Catalogue extends Definitions {
  statement(name: string): StatementInfo | undefined
  filter(name: string): FilterInfo | undefined
}

/** A catalogue to look names up in. */
export function catalogueOf(definitions: Definitions): Catalogue {
  const statements = new Map(definitions.statements.map((info) => [info.name, info]))
  const filters = new Map(
    definitions.filters.flatMap((info) => [info.name, ...(info.aliases ?? [])].map((name) => [name, info])),
  )
  return { ...definitions, statement: (name) => statements.get(name), filter: (name) => filters.get(name) }
}

const load = async (): Promise<Catalogue> => {
  const { default: definitions } = await import('../generated/definitions.json')
  return catalogueOf(definitions as unknown as Definitions)
}

/** The definitions of statements and filters, loaded once and when first needed; null until then. */
export const useDefinitions = (): Catalogue | null =>
  useQuery({ queryKey: ['definitions'], queryFn: load, staleTime: Infinity, gcTime: Infinity }).data ?? null
