'use client'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'

export const publishRulesKey = (workspace: number) => ['publish rules', workspace]

/** What the workspace asks of what is published. */
export const usePublishRules = (workspace: number) =>
  useQuery({ queryKey: publishRulesKey(workspace), queryFn: () => api.publishRules({ workspace }) })
