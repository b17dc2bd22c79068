'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { gateway } from '../workspace/gateway.ts'
import { useBranch, usePages } from '../workspace/use-workspace.ts'

/** Adds an object to the branch that is looked at, from its text, and opens it, where it has a page. */
export function useCreateObject(workspace: number, onDone: () => void) {
  const router = useRouter()
  const queries = useQueryClient()
  const branch = useBranch()
  const pages = usePages()
  return useMutation({
    mutationFn: (made: { source: string; publish: boolean }) => gateway.createObject(workspace, branch, made),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['objects', workspace] })
      await queries.invalidateQueries({ queryKey: ['workspaces'] })
      onDone()
      if (made.kind !== 'api_group') router.push(pages.object(made))
    },
  })
}
