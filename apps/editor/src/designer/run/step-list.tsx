'use client'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useDesigner } from '../designer-context.tsx'
import type { RunAnswer } from './run-panel.tsx'

type Step = RunAnswer['steps'][number]

/** Every step of a run with its time; a click shows what it was given and what came of it. */
export const StepList = ({ steps, cut }: { steps: readonly Step[]; cut: boolean }) => (
  <div className="grid gap-1">
    <h3 className="text-sm font-semibold">Steps</h3>
    {steps.length === 0 && <p className="text-sm text-muted">No step ran.</p>}
    <ol className="grid grid-cols-1 gap-px">
      {steps.map((step, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a step is its place in the run
        <StepLine key={index} step={step} />
      ))}
    </ol>
    {cut && <p className="text-xs text-muted">More steps ran than are shown.</p>}
  </div>
)

const StepLine = ({ step }: { step: Step }) => {
  const { designer, catalogue } = useDesigner()
  const [open, setOpen] = useState(false)
  const Icon = open ? ChevronDown : ChevronRight
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
          designer.select([step.address])
        }}
        style={{ paddingLeft: 4 + step.depth * 12 }}
        className={`flex w-full cursor-pointer items-center gap-1.5 rounded-sm py-1 pr-1 text-left text-sm hover:bg-sunken ${step.error === null ? '' : 'text-danger'}`}
      >
        <Icon size={14} aria-hidden className="shrink-0" />
        <span className="min-w-0 flex-1 truncate">{catalogue.statement(step.statement)?.label ?? step.statement}</span>
        <span className="font-mono text-xs text-muted tabular-nums">{step.ms.toFixed(2)} ms</span>
      </button>
      {open && (
        <div className="mb-1 grid gap-1 rounded-md bg-sunken px-3 py-2">
          {step.error !== null && <p className="text-sm text-danger">{step.error}</p>}
          <Shown label="Given" value={step.args} />
          <Shown label="Result" value={step.result} />
          <Shown label="Variables" value={step.variables} />
        </div>
      )}
    </li>
  )
}

const Shown = ({ label, value }: { label: string; value: unknown }) =>
  value === null ? null : (
    <div className="grid grid-cols-1">
      <span className="text-xs font-medium text-muted">{label}</span>
      <pre tabIndex={0} className="max-h-40 overflow-auto font-mono text-xs">
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  )
