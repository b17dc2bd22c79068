'use client'
import { useQuery } from '@tanstack/react-query'
import { catalogueOf, type Catalogue } from './catalogue-of.ts'
import type { Definitions } from './definitions.ts'

const load = async (): Promise<Catalogue> => {
  const { default: definitions } = await import('../generated/definitions.json')
  return catalogueOf(definitions as unknown as Definitions)
}

/** The definitions of statements and filters, loaded once and when first needed; null until then. */
export const useDefinitions = (): Catalogue | null =>
  useQuery({ queryKey: ['definitions'], queryFn: load, staleTime: Infinity, gcTime: Infinity }).data ?? null
