'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { gateway, type KnownTypes } from '../../workspace/gateway.ts'
import { useKnown } from '../known-context.ts'

const NONE: KnownTypes = { names: [], values: new Map() }

/** The types at a statement, from the server; those of a moment ago while it is asked again. */
export function useTypes(address: string): KnownTypes {
  const known = useKnown()
  const asked = useQuery({
    queryKey: ['scope', known?.workspace, known?.object, address, known?.settled],
    queryFn: () => (known === null ? NONE : gateway.scope(known.workspace, known.object, known.settled, address)),
    enabled: known !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  })
  return asked.data ?? NONE
}
