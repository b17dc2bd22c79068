import { ChevronDown, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useDefinitions } from '../definitions/use-definitions.ts'
import { pageOf } from '../workspace/addresses.ts'
import { JsonView } from './json-view.tsx'
import type { Replay } from './use-request.ts'

type Step = Replay['steps'][number]

/** Every step of a replay; the first that is another one than before is marked. */
export const ReplaySteps = ({ replay, workspace, object }: { replay: Replay; workspace: number; object: number }) => (
  <div className="grid grid-cols-1 gap-2">
    <h3 className="text-sm font-semibold">Steps</h3>
    {replay.steps.length === 0 && <p className="text-sm text-muted">No step ran.</p>}
    <ol className="grid grid-cols-1 gap-px">
      {replay.steps.map((step, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a step is its place in the run
        <StepLine
          key={index}
          step={step}
          differs={index === replay.differs}
          to={pageOf(workspace, { id: object, kind: 'query' }, step.address)}
        />
      ))}
    </ol>
    {replay.cut && <p className="text-xs text-muted">More steps ran than are shown.</p>}
  </div>
)

const StepLine = ({ step, differs, to }: { step: Step; differs: boolean; to: string }) => {
  const catalogue = useDefinitions()
  const [open, setOpen] = useState(differs || step.error !== null)
  const Icon = open ? ChevronDown : ChevronRight
  return (
    <li className={differs ? 'rounded-md ring-1 ring-warning' : ''}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        style={{ paddingLeft: 4 + step.depth * 12 }}
        className={`flex w-full cursor-pointer items-center gap-1.5 rounded-sm py-1 pr-2 text-left text-sm hover:bg-sunken ${step.error === null ? '' : 'text-danger'}`}
      >
        <Icon size={14} aria-hidden className="shrink-0" />
        <span className="min-w-0 flex-1 truncate">{catalogue?.statement(step.statement)?.label ?? step.statement}</span>
        {differs && (
          <span className="rounded-sm bg-warning-soft px-1.5 text-xs font-medium text-warning">differs here</span>
        )}
        <span className="font-mono text-xs text-muted tabular-nums">{step.ms.toFixed(2)} ms</span>
      </button>
      {open && (
        <div className="mb-1 ml-6 grid grid-cols-1 gap-2 py-1">
          {step.error !== null && <p className="text-sm text-danger">{step.error}</p>}
          {step.result !== null && <JsonView label="Result" value={step.result} />}
          {step.result === null && step.variables !== null && <JsonView label="Variables" value={step.variables} />}
          <Link href={to} className="w-fit text-xs font-medium text-accent underline underline-offset-4">
            Open in the designer
          </Link>
        </div>
      )}
    </li>
  )
}
