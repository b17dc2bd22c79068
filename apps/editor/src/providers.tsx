'use client'
import { ApiError } from '@cairn/contract'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { hasAskedEarly } from './early-answers.ts'
import { workspacesQuery } from './workspace/workspaces-query.ts'

/** Refusals are final; only a server that could not be reached is asked again. */
const shouldRetry = (failures: number, error: Error): boolean => !(error instanceof ApiError) && failures < 2

function createQueries(): QueryClient {
  // Whoever stands in a branch that somebody else deleted learns of it with the next thing that is asked of it.
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.code === 'unknown_branch') void client.invalidateQueries(workspacesQuery)
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: shouldRetry } },
  })
  if (hasAskedEarly()) void client.prefetchQuery(workspacesQuery)
  return client
}

export const Providers = ({ children }: { children: ReactNode }) => {
  const [client] = useState(createQueries)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
