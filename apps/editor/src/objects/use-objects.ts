'use client'
import { useQuery } from '@tanstack/react-query'
import { gateway } from '../workspace/gateway.ts'

/** Every object of a workspace, without its text. */
export const useObjects = (workspace: number) =>
  useQuery({ queryKey: ['objects', workspace], queryFn: () => gateway.objects(workspace) })
