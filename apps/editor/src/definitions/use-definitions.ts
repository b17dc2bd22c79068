'use client'
import { useQuery } from '@tanstack/react-query'
import type { Catalogue } from './catalogue-of.ts'

const load = async (): Promise<Catalogue> => (await import('./known-definitions.ts')).catalogue

/** The definitions of statements and filters, loaded once and when first needed; null until then. */
export const useDefinitions = (): Catalogue | null =>
  useQuery({ queryKey: ['definitions'], queryFn: load, staleTime: Infinity, gcTime: Infinity }).data ?? null
