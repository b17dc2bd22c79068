'use client'
import { ApiError } from '@cairn/contract'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

/** Refusals are final; only a server that could not be reached is asked again. */
const shouldRetry = (failures: number, error: Error): boolean => !(error instanceof ApiError) && failures < 2

export const Providers = ({ children }: { children: ReactNode }) => {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: shouldRetry } } }))
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
