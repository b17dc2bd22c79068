'use client'
import { useQuery } from '@tanstack/react-query'
import { readKept } from '../designer/saving/keep.ts'
import { gateway } from './gateway.ts'

/** An object to be edited: as the server has it, and what this browser keeps of it. Read once, and anew when opened again. */
export const useOpened = (workspace: number, object: number | null) =>
  useQuery({
    queryKey: ['opened', workspace, object],
    queryFn: async () => {
      const [source, kept] = await Promise.all([
        gateway.object(workspace, object ?? 0),
        readKept(`${workspace}/${object}`),
      ])
      return { source, kept }
    },
    enabled: object !== null,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
