'use client'
import { useMutation } from '@tanstack/react-query'
import { Alert } from '@cairn/ui'
import { api, explain } from '../../api.ts'
import { RowSearch } from '../../row-search/row-search.tsx'
import type { RunToken } from './debug-store.ts'

export interface RowTokenProps {
  workspace: number
  table: string
  datasource: string
  onToken: (token: RunToken) => void
}

/** Finds a row of an auth table, and makes a token for it. */
export const RowToken = ({ workspace, table, datasource, onToken }: RowTokenProps) => {
  const mint = useMutation({
    mutationFn: (id: number | string) => api.mintToken({ workspace, table, datasource, id }),
    onSuccess: (made) => onToken({ ...made, from: 'row' }),
  })
  return (
    <div className="grid gap-1.5">
      {mint.error !== null && <Alert>{explain(mint.error)}</Alert>}
      <RowSearch
        workspace={workspace}
        table={table}
        datasource={datasource}
        busy={mint.isPending}
        onRow={({ id }) => mint.mutate(id)}
      />
    </div>
  )
}
