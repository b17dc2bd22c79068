'use client'
import { Alert, Skeleton } from '@cairn/ui'
import { useSearchParams } from 'next/navigation'
import { explain } from '../api.ts'
import { useDefinitions } from '../definitions/use-definitions.ts'
import { useOpened } from '../workspace/use-opened.ts'
import { TableEditor } from './table-editor.tsx'

/** One table: its columns, indexes and the authentication switch. */
export const TablePage = ({ workspace, object }: { workspace: number; object: number }) => {
  const catalogue = useDefinitions()
  const asked = useSearchParams().get('row')
  const row = asked !== null && /^\d{1,15}$/.test(asked) ? Number(asked) : asked
  const opened = useOpened(workspace, object)
  if (opened.error !== null) {
    return (
      <div className="mx-auto grid max-w-md gap-3 px-4 py-24">
        <h1 className="text-xl font-semibold">The table can not be opened</h1>
        <Alert>{explain(opened.error)}</Alert>
      </div>
    )
  }
  if (opened.data === undefined || catalogue === null) {
    return (
      <div className="p-6">
        <h1 className="sr-only">Loading the table</h1>
        <Skeleton className="h-64" />
      </div>
    )
  }
  return <TableEditor workspace={workspace} catalogue={catalogue} row={row} {...opened.data} />
}
