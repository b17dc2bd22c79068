'use client'
import { useQuery } from '@tanstack/react-query'
import { catalogueOf, type Catalogue } from './catalogue-of.ts'
import type { Definitions } from './definitions.ts'

let coming: Promise<Catalogue> | null = null

/** Loads the definitions of statements and filters, once. Pages that will need them begin before they are drawn. */
export function loadDefinitions(): Promise<Catalogue> {
  coming ??= load().catch((error: unknown) => {
    coming = null
    throw error
  })
  return coming
}

async function load(): Promise<Catalogue> {
  const { default: definitions } = await import('../generated/definitions.json')
  return catalogueOf(definitions as unknown as Definitions)
}

/** The definitions of statements and filters; null until they are there. */
export const useDefinitions = (): Catalogue | null =>
  useQuery({ queryKey: ['definitions'], queryFn: loadDefinitions, staleTime: Infinity, gcTime: Infinity }).data ?? null
