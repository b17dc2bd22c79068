'use client'
import type { Contract, InputOf } from '@cairn/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useBranch } from '../../workspace/use-workspace.ts'

export type EndpointTemplate = InputOf<Contract['createEndpoints']>['template']

/** Makes ready-made endpoints and brings the lists up to date. */
export function useCreateEndpoints(workspace: number) {
  const queries = useQueryClient()
  const branch = useBranch()
  return useMutation({
    mutationFn: (ask: { group: string; template: EndpointTemplate }) =>
      api.createEndpoints({ workspace, branch, ...ask }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['objects', workspace] })
      await queries.invalidateQueries({ queryKey: ['workspaces'] })
    },
  })
}
