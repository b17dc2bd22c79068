'use client'
import type { Contract, OutputOf } from '@cairn/contract'
import { Alert, Button, Card, Switch } from '@cairn/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, explain } from '../api.ts'
import { DropFiles } from '../home/drop-files.tsx'
import type { DroppedFile } from '../home/read-files.ts'
import { ReadReport } from '../home/read-report.tsx'
import { useBranch } from '../workspace/use-workspace.ts'

/** Brings files into a workspace and tells what became of them. */
export const ImportForm = ({ workspace }: { workspace: number }) => {
  const queries = useQueryClient()
  const branch = useBranch()
  const [files, setFiles] = useState<DroppedFile[]>([])
  const [remove, setRemove] = useState(false)
  const bring = useMutation({
    mutationFn: () => api.importFolder({ workspace, branch, files, delete: remove }),
    onSuccess: async () => {
      setFiles([])
      await queries.invalidateQueries()
    },
  })
  return (
    <Card className="grid gap-4 p-4">
      {bring.error !== null && <Alert>{explain(bring.error)}</Alert>}
      <DropFiles files={files} onFiles={setFiles} />
      <Switch
        label="Delete what the files do not hold"
        hint="Objects go with their history. Rows of tables stay in the database."
        checked={remove}
        onChange={setRemove}
      />
      <Button
        className="justify-self-end"
        busy={bring.isPending}
        disabled={files.length === 0}
        onClick={() => bring.mutate()}
      >
        Import
      </Button>
      {bring.data !== undefined && <Report {...bring.data} />}
    </Card>
  )
}

const Report = (report: OutputOf<Contract['importFolder']>) => {
  const counts = [
    [report.created.length, 'added'],
    [report.updated.length, 'changed'],
    [report.deleted.length, 'deleted'],
    [report.unchanged, 'as before'],
    [report.drafts.length, 'kept as drafts with problems'],
    [report.replacedDrafts.length, 'drafts replaced, kept in the history'],
  ] as const
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return (
    <section aria-label="What was read" className="grid gap-3">
      <p role="status" className="text-sm font-medium">
        {told.length === 0 ? 'There was no object in the files.' : `${told.join(', ')}.`}
      </p>
      <ReadReport diagnostics={report.diagnostics} />
    </section>
  )
}
