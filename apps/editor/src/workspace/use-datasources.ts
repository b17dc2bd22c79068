'use client'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

/** The datasources of a workspace; `live` is always among them. */
export const useDatasources = (workspace: number) =>
  useQuery({
    queryKey: ['datasources', workspace],
    queryFn: async () => (await api.datasources({ workspace })).datasources,
  })
