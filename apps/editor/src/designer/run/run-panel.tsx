'use client'
import type { Contract, InputOf, OutputOf } from '@cairn/contract'
import { Alert, Badge, Button, CopyButton, Select } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { Play, X } from 'lucide-react'
import { useState } from 'react'
import { api, explain } from '../../api.ts'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { fieldsOf } from '../engine/commands/fields.ts'
import type { LastRun } from '../value/last-run.ts'
import { sampleInput } from './input-sample.ts'
import { StepList } from './step-list.tsx'

type RunInput = InputOf<Contract['runStack']>
export type RunAnswer = OutputOf<Contract['runStack']>

export interface RunPanelProps {
  workspace: number
  object: number
  /** Tables whose rows can sign in. */
  authTables: readonly string[]
  /** Told of a run, for the fields to show what their values were. */
  onRan: (run: LastRun) => void
  onClose: () => void
}

const pretty = (value: unknown): string => JSON.stringify(value, null, 2)

/** Runs the draft with an input and tells every step. What it writes to the database is written. */
export const RunPanel = ({ workspace, object, authTables, onRan, onClose }: RunPanelProps) => {
  const { designer } = useDesigner()
  const tree = useDesignerState((state) => state.document.object)
  const [typed, setTyped] = useState(() => pretty(sampleInput(tree === null ? [] : fieldsOf(tree, 'input'))))
  const [table, setTable] = useState('')
  const [row, setRow] = useState('1')
  const [wrong, setWrong] = useState('')
  const run = useMutation({ mutationFn: (input: RunInput) => api.runStack(input) })
  const start = () => {
    const input = readObject(typed)
    if (input === null) return setWrong('The input is no JSON object, such as {"name": "Ada"}.')
    setWrong('')
    const auth = table === '' ? null : { table, id: /^\d+$/.test(row) ? Number(row) : row }
    const { text: source, object: ran } = designer.store.getState().document
    const keep = ({ result, steps }: RunAnswer) => ran !== null && onRan({ object: ran, input, result, steps })
    run.mutate({ workspace, object, source, input, datasource: 'live', auth }, { onSuccess: keep })
  }
  return (
    <section aria-label="Run" className="flex h-full min-h-0 flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-3">
        <h2 className="flex-1 font-semibold">Run</h2>
        <Button size="sm" busy={run.isPending} onClick={start}>
          <Play size={14} aria-hidden /> Run draft
        </Button>
        <Button look="quiet" size="sm" icon aria-label="Close the run panel" onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div
        className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-3 py-4"
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && start()}
      >
        {wrong !== '' && <Alert>{wrong}</Alert>}
        {run.error !== null && <Alert>{explain(run.error)}</Alert>}
        <label className="grid gap-1.5 text-sm font-medium">
          Input
          <textarea
            rows={6}
            spellCheck={false}
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className="rounded-md border border-line-strong bg-surface px-2 py-1.5 font-mono text-xs font-normal"
          />
        </label>
        {authTables.length > 0 && (
          <div className="grid grid-cols-2 gap-2">
            <Select
              label="Signed in as"
              value={table}
              options={[{ value: '', label: 'Nobody' }, ...authTables.map((value) => ({ value, label: value }))]}
              onChange={setTable}
            />
            {table !== '' && (
              <label className="grid gap-1.5 text-sm font-medium">
                Row
                <input
                  value={row}
                  onChange={(event) => setRow(event.target.value)}
                  className="h-8 rounded-md border border-line-strong bg-surface px-2 font-normal"
                />
              </label>
            )}
          </div>
        )}
        {run.data !== undefined && <Answer answer={run.data} />}
      </div>
    </section>
  )
}

const Answer = ({ answer }: { answer: RunAnswer }) => {
  const text = pretty(answer.result)
  return (
    <div className="grid gap-4" aria-live="polite">
      <div className="flex items-center gap-2">
        <span
          className={`rounded-sm px-1.5 py-0.5 text-xs font-medium ${answer.status === 'done' ? 'bg-accent-soft text-accent' : 'bg-danger-soft text-danger'}`}
        >
          {{ done: 'Done', failed: 'Failed', refused: 'Not run' }[answer.status]}
        </span>
        <Badge>{answer.ms.toFixed(1)} ms</Badge>
      </div>
      {answer.error !== null && (
        <Alert>
          {answer.error.message} ({answer.error.code})
        </Alert>
      )}
      {answer.diagnostics.map((found) => (
        <Alert key={`${found.line}:${found.column}:${found.code}`}>
          Line {found.line}: {found.message}
        </Alert>
      ))}
      {answer.status === 'done' && (
        <div className="grid gap-1">
          <div className="flex items-center">
            <h3 className="flex-1 text-sm font-semibold">Response</h3>
            <CopyButton size="sm" text={text} label="response" />
          </div>
          <pre tabIndex={0} className="max-h-72 overflow-auto rounded-md bg-sunken px-3 py-2 font-mono text-xs">
            {text}
          </pre>
        </div>
      )}
      <StepList steps={answer.steps} cut={answer.cut} />
    </div>
  )
}

function readObject(typed: string): RunInput['input'] | null {
  try {
    const value: unknown = JSON.parse(typed === '' ? '{}' : typed)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as RunInput['input']) : null
  } catch {
    return null
  }
}
