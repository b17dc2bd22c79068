'use client'
import { Button, Menu } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { Dices, Download, Ellipsis, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { explain } from '../../api.ts'
import type { RowsView } from '../grid/rows.ts'
import type { TablePlace } from '../grid/use-row-window.ts'
import { GenerateDialog } from './generate-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { saveExport } from './save-export.ts'

export interface FileMenuProps {
  place: TablePlace
  /** The columns of the table, and those that are shown. */
  columns: readonly string[]
  shown: readonly string[]
  view: RowsView
  total: number
  onChanged: () => void
}

/** Rows out of a file, into one, and made up. */
export const FileMenu = ({ place, columns, shown, view, total, onChanged }: FileMenuProps) => {
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [making, setMaking] = useState(false)
  const [lines, setLines] = useState(0)
  const saving = useMutation({
    mutationFn: () => {
      const ask = { ...place, columns: [...shown], where: [...view.where], sort: view.sort }
      return saveExport(ask, setLines, new AbortController().signal)
    },
    onSettled: () => setLines(0),
  })
  const part = total === 0 ? 0 : Math.min(100, Math.round((lines / total) * 100))
  return (
    <>
      {saving.isPending && (
        <span role="status" className="text-sm text-muted tabular-nums">
          Exporting: {part} %
        </span>
      )}
      {saving.error !== null && (
        <span role="alert" className="text-sm text-danger">
          {explain(saving.error)}
        </span>
      )}
      <Menu
        trigger={
          <Button look="quiet" size="sm" icon aria-label="Import, export and test data">
            <Ellipsis size={16} aria-hidden />
          </Button>
        }
        entries={[
          { label: 'Import CSV', icon: <Upload size={14} />, onSelect: () => picker.current?.click() },
          {
            label: 'Export CSV',
            icon: <Download size={14} />,
            disabled: saving.isPending,
            onSelect: () => saving.mutate(),
          },
          { label: 'Test data', icon: <Dices size={14} />, onSelect: () => setMaking(true) },
        ]}
      />
      <input
        ref={picker}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label="CSV file"
        className="hidden"
        onChange={({ target }) => {
          setFile(target.files?.[0] ?? null)
          target.value = ''
        }}
      />
      {file !== null && (
        <ImportDialog place={place} columns={columns} file={file} onDone={onChanged} onClose={() => setFile(null)} />
      )}
      {making && <GenerateDialog place={place} onDone={onChanged} onClose={() => setMaking(false)} />}
    </>
  )
}
