'use client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { gateway } from '../workspace/gateway.ts'
import { useBranch } from '../workspace/use-workspace.ts'

/** Every object of a branch, of the live one where none is named. */
export const objectsQuery = (workspace: number, branch: string | undefined) =>
  queryOptions({ queryKey: ['objects', workspace, branch], queryFn: () => gateway.objects(workspace, branch) })

/** Every object of the branch that is looked at, without its text. */
export const useObjects = (workspace: number) => useQuery(objectsQuery(workspace, useBranch()))
