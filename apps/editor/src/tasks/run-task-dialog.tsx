'use client'
import type { Trace } from '@cairn/contract'
import { Alert, Button, Dialog, DialogActions } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { api, explain } from '../api.ts'
import { gateway, type ObjectEntry } from '../workspace/gateway.ts'

export interface RunTaskDialogProps {
  workspace: number
  object: ObjectEntry
  /** Where it reads and writes. */
  datasource: string
  onClose: () => void
}

/** Runs a task as it is published, at once and here; its schedule goes on as before. */
export const RunTaskDialog = ({ workspace, object, datasource, onClose }: RunTaskDialogProps) => {
  const run = useMutation({
    mutationFn: async () => {
      const { published } = await gateway.object(workspace, object.id)
      return api.runStack({
        workspace,
        object: object.id,
        source: published ?? '',
        input: {},
        datasource,
        token: null,
        headers: [],
        breakpoints: [],
        stop: false,
      })
    },
  })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Run ${object.name} now?`}
      lead={`As published, on the datasource ${datasource}: what it writes is written. Its schedule stays as it is.`}
    >
      <div className="grid grid-cols-1 gap-4">
        {run.error !== null && <Alert>{explain(run.error)}</Alert>}
        {run.data?.status === 'failed' && (
          <Alert>
            {run.data.error?.message} {run.data.error?.at != null && `(at ${run.data.error.at})`}
          </Alert>
        )}
        {run.data?.status === 'refused' && (
          <Alert>{run.data.diagnostics.map(({ message }) => message).join(' ')}</Alert>
        )}
        {run.data?.status === 'done' && <Done trace={run.data.trace} />}
        <DialogActions>
          <Button look="outline" onClick={onClose}>
            Close
          </Button>
          <Button busy={run.isPending} onClick={() => run.mutate()}>
            <Play size={14} aria-hidden /> {run.data === undefined ? 'Run now' : 'Run again'}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

const Done = ({ trace }: { trace: Trace | null }) => {
  const steps = trace === null ? 0 : trace.steps.length + trace.passed
  return (
    <p role="status" className="rounded-md bg-accent-soft px-3 py-2 text-sm text-accent">
      Done in {Math.round(trace?.ms ?? 0)} ms, {steps} {steps === 1 ? 'step' : 'steps'}.
    </p>
  )
}
