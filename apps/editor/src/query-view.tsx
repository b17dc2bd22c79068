'use client'
import { Alert, Button, Skeleton } from '@cairn/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { explain } from './api.ts'

/** What a query is at: a grey block, what went wrong with a way to ask again, or what it found. */
export const QueryView = <Data,>({
  query,
  children,
}: {
  query: UseQueryResult<Data>
  children: (data: Data) => ReactNode
}) => {
  if (query.data !== undefined) return children(query.data)
  if (query.error === null) {
    return (
      <div role="status">
        <span className="sr-only">Loading</span>
        <Skeleton className="h-40" />
      </div>
    )
  }
  return (
    <div className="grid justify-items-start gap-3">
      <Alert>{explain(query.error)}</Alert>
      <Button look="outline" onClick={() => void query.refetch()}>
        Try again
      </Button>
    </div>
  )
}
