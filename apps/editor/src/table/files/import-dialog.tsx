'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Alert, Button, Dialog, DialogActions, Select } from '@cairn/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, explain } from '../../api.ts'
import { QueryView } from '../../query-view.tsx'
import type { TablePlace } from '../grid/use-row-window.ts'
import { sendImport, type ImportProgress } from './send-import.ts'

type Preview = OutputOf<Contract['previewImport']>
type Mapping = (string | null)[]

export interface ImportDialogProps {
  place: TablePlace
  /** Columns of the table that may be written. */
  columns: readonly string[]
  file: File
  onDone: () => void
  onClose: () => void
}

/** How much of a file is looked at before it is sent. */
const SAMPLE = 128 * 1024

/** Which columns of a CSV file go where; then it is sent, and written all or not at all. */
export const ImportDialog = ({ place, columns, file, onDone, onClose }: ImportDialogProps) => {
  const preview = useQuery({
    queryKey: ['import', place, file.name, file.size, file.lastModified],
    queryFn: async () => api.previewImport({ ...place, sample: await file.slice(0, SAMPLE).text() }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  const [chosen, setChosen] = useState<Mapping | null>(null)
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  const leave = useRef<AbortController | null>(null)
  const mapping = chosen ?? preview.data?.columns.map(({ column }) => column) ?? []
  const sent = useMutation({
    mutationFn: ({ separator }: Preview) => {
      leave.current = new AbortController()
      return sendImport({ ...place, separator, columns: mapping }, file, setProgress, leave.current.signal)
    },
    onSuccess: (line) => line.kind === 'done' && onDone(),
    onSettled: () => setProgress(null),
  })
  const close = () => {
    leave.current?.abort()
    onClose()
  }
  const twice = mapping.find((name, index) => name !== null && mapping.indexOf(name) !== index)
  return (
    <Dialog open onOpenChange={close} title={`Import ${file.name}`} lead="All of its rows are added, or none." wide>
      <div className="grid grid-cols-1 gap-4">
        {sent.error !== null && <Alert>{explain(sent.error)}</Alert>}
        {sent.data?.kind === 'failed' && <Alert>{sent.data.message}</Alert>}
        {sent.data?.kind === 'wrong' && <WrongLines {...sent.data} />}
        {sent.data?.kind === 'done' ? (
          <p role="status" className="rounded-md bg-accent-soft px-3 py-6 text-center text-accent">
            {sent.data.added.toLocaleString()} {sent.data.added === 1 ? 'row was' : 'rows were'} added.
          </p>
        ) : (
          <QueryView query={preview}>
            {({ columns: found }) => (
              <MappingTable
                found={found}
                mapping={mapping}
                columns={columns}
                onMapping={(next) => {
                  sent.reset()
                  setChosen(next)
                }}
              />
            )}
          </QueryView>
        )}
        {twice !== undefined && <Alert>Two columns of the file go to {twice}. Leave one out.</Alert>}
        {progress !== null && <ProgressLine progress={progress} />}
        <DialogActions>
          <Button look="outline" onClick={close}>
            {sent.data?.kind === 'done' ? 'Close' : 'Cancel'}
          </Button>
          {sent.data?.kind !== 'done' && (
            <Button
              busy={sent.isPending}
              disabled={preview.data === undefined || twice !== undefined || mapping.every((name) => name === null)}
              onClick={() => preview.data !== undefined && sent.mutate(preview.data)}
            >
              Import
            </Button>
          )}
        </DialogActions>
      </div>
    </Dialog>
  )
}

interface MappingTableProps {
  found: Preview['columns']
  mapping: Mapping
  columns: readonly string[]
  onMapping: (mapping: Mapping) => void
}

const MappingTable = ({ found, mapping, columns, onMapping }: MappingTableProps) => (
  <div className="overflow-x-auto rounded-md border border-line">
    <table className="w-full min-w-120 text-left text-sm">
      <thead className="bg-sunken text-xs text-muted">
        <tr>
          <th className="px-3 py-1.5 font-medium">In the file</th>
          <th className="px-3 py-1.5 font-medium">Such as</th>
          <th className="w-52 px-3 py-1.5 font-medium">In the table</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ header, column, samples, wrong }, index) => (
          <tr key={index} className="border-t border-line align-top">
            <td className="max-w-40 truncate px-3 py-2 font-medium">{header}</td>
            <td className="max-w-56 px-3 py-2 text-muted">
              <span className="block truncate">{samples.join(' · ')}</span>
              {wrong !== null && mapping[index] === column && <span className="block text-danger">{wrong}</span>}
            </td>
            <td className="px-3 py-1.5">
              <Select
                bare
                label={`Column for ${header}`}
                value={mapping[index] ?? ''}
                options={[{ value: '', label: 'Leave out' }, ...columns.map((name) => ({ value: name, label: name }))]}
                onChange={(name) => onMapping(mapping.with(index, name === '' ? null : name))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const WrongLines = ({ wrong, more }: { wrong: { line: number; column: string; message: string }[]; more: boolean }) => (
  <div role="alert" className="grid gap-1 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">
    <p className="font-medium">Nothing was written. These lines can not be:</p>
    <ul className="grid max-h-48 gap-0.5 overflow-y-auto" tabIndex={0} aria-label="Lines that can not be written">
      {wrong.map(({ line, column, message }) => (
        <li key={`${line} ${column}`}>
          Line {line.toLocaleString()}
          {column === '' ? '' : `, ${column}`}: {message}
        </li>
      ))}
    </ul>
    {more && <p>There are more.</p>}
  </div>
)

const ProgressLine = ({ progress }: { progress: ImportProgress }) => (
  <div className="grid gap-1">
    <progress
      className="h-1.5 w-full accent-accent"
      aria-label="Import"
      {...(progress.kind === 'sending' ? { value: progress.part, max: 1 } : {})}
    />
    <p role="status" className="text-sm text-muted tabular-nums">
      {progress.kind === 'sending'
        ? `Sending: ${Math.round(progress.part * 100)} %`
        : `Writing: ${progress.rows.toLocaleString()} rows`}
    </p>
  </div>
)
