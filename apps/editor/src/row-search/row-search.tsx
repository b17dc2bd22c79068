'use client'
import { useQuery } from '@tanstack/react-query'
import { Alert, Spinner } from '@cairn/ui'
import { Search } from 'lucide-react'
import { useDeferredValue, useId, useState } from 'react'
import { api, explain } from '../api.ts'

/** A row as the editor's API gives it. */
type Row = Record<string, unknown>

/** A row that was chosen. */
export interface ChosenRow {
  id: number | string
  /** What it says in a few words: `Ada · ada@example.com`. */
  said: string
}

export interface RowSearchProps {
  workspace: number
  table: string
  datasource: string
  /** Something is done with a chosen row; no other can be chosen meanwhile. */
  busy: boolean
  onRow: (row: ChosenRow) => void
}

const SHOWN = 8
/** Columns that say little about who it is. */
const dull: ReadonlySet<string> = new Set(['id', 'created_at', 'updated_at'])

/** Finds a row of a table by anything in it. */
export const RowSearch = ({ workspace, table, datasource, busy, onRow }: RowSearchProps) => {
  const id = useId()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed)
  const found = useQuery({
    queryKey: ['auth-rows', workspace, table, datasource, search],
    queryFn: () =>
      api.rows({
        workspace,
        table,
        datasource,
        search,
        after: null,
        skip: 0,
        perPage: SHOWN,
        count: true,
        where: [],
        sort: null,
      }),
    enabled: table !== '',
    placeholderData: (before) => before,
  })
  const rows: Row[] = found.data?.rows ?? []
  const total = found.data?.total ?? 0
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="sr-only">
        Search the table {table}
      </label>
      <span className="relative">
        <Search size={14} aria-hidden className="absolute top-2 left-2 text-muted" />
        <input
          id={id}
          type="search"
          autoComplete="off"
          placeholder={`Search ${table} by any column`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="h-8 w-full rounded-md border border-line-strong bg-surface pr-2 pl-7 text-sm"
        />
      </span>
      {found.error !== null && <Alert>{explain(found.error)}</Alert>}
      {found.isPending && table !== '' && <Spinner />}
      {found.data !== undefined && rows.length === 0 && (
        <p className="text-xs text-muted">
          {search === '' ? `The table ${table} has no rows yet.` : 'No row has that in any column.'}
        </p>
      )}
      <ul aria-label={`Rows of ${table}`} className="grid gap-px">
        {rows.map((row) => (
          <li key={String(row['id'])}>
            <button
              type="button"
              disabled={busy}
              onClick={() => onRow({ id: row['id'] as number | string, said: saidOf(row) })}
              className="flex w-full min-w-0 cursor-pointer items-baseline gap-2 rounded-md px-2 py-1 text-left text-sm hover:bg-sunken"
            >
              <span className="shrink-0 font-mono text-xs text-muted">{String(row['id'])}</span>
              <span className="truncate">{saidOf(row)}</span>
            </button>
          </li>
        ))}
      </ul>
      {total > SHOWN && (
        <p className="text-xs text-muted">{total.toLocaleString('en')} rows in all; search for others.</p>
      )}
    </div>
  )
}

const saidOf = (row: Row): string =>
  Object.entries(row)
    .filter(
      ([name, value]) => !dull.has(name) && (typeof value === 'string' || typeof value === 'number') && value !== '',
    )
    .slice(0, 3)
    .map(([, value]) => String(value))
    .join(' · ') || `row ${String(row['id'])}`
