'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'

export type Use = OutputOf<Contract['references']>['places'][number]

/** Where the newest texts of all objects name a table. */
export const useReferences = (workspace: number, table: string) =>
  useQuery({
    queryKey: ['references', workspace, 'table', table],
    queryFn: async () => (await api.references({ workspace, kind: 'table', name: table })).places,
    staleTime: 0,
  })

/** The objects of places, each once, in order of their first. */
export const objectsOf = (places: readonly Use[]): Use[] =>
  [...new Map(places.toReversed().map((place) => [place.object, place])).values()].toReversed()

/** Whether a place names the table of a token that is made. */
export const makesTokens = ({ address, text }: Use): boolean => address !== null && /^\s*table\s*=/.test(text)
