'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { pageOf } from '../workspace/addresses.ts'
import { gateway } from '../workspace/gateway.ts'

/** Adds an object from its text and opens it, where it has a page. */
export function useCreateObject(workspace: number, onDone: () => void) {
  const router = useRouter()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ source, publish }: { source: string; publish: boolean }) =>
      gateway.createObject(workspace, source, publish),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['objects', workspace] })
      await queries.invalidateQueries({ queryKey: ['workspaces'] })
      onDone()
      if (made.kind !== 'api_group') router.push(pageOf(workspace, made))
    },
  })
}
