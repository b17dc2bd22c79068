'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useBranch } from '../../workspace/use-workspace.ts'

type References = OutputOf<Contract['references']>
export type Use = References['places'][number]

/** Where the newest texts of the branch that is looked at name a table, and the other branches where some do. */
export function useReferences(workspace: number, table: string) {
  const branch = useBranch()
  return useQuery({
    queryKey: ['references', workspace, branch, 'table', table],
    queryFn: (): Promise<References> => api.references({ workspace, branch, kind: 'table', name: table }),
    staleTime: 0,
  })
}

/** The objects of places, each once, in order of their first. */
export const objectsOf = (places: readonly Use[]): Use[] =>
  [...new Map(places.toReversed().map((place) => [place.object, place])).values()].toReversed()

/** Whether a place names the table of a token that is made. */
export const makesTokens = ({ address, text }: Use): boolean => address !== null && /^\s*table\s*=/.test(text)
