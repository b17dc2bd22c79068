'use client'
import { Alert, Button, Skeleton, Switch } from '@cairn/ui'
import { FlaskConical, Play, X } from 'lucide-react'
import { useStore } from 'zustand'
import { explain } from '../../api.ts'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { figuresOf } from './coverage.ts'
import { countsOf, TestList } from './test-list.tsx'
import type { TestsAnswer } from './tests-store.ts'
import { useRunTests } from './use-run-tests.ts'

export interface TestsPanelProps {
  workspace: number
  object: number
  /** Opens Run & Debug, whose runs can be kept as tests. */
  onRun: () => void
  onClose: () => void
}

/** Runs the tests of the object, and of what uses it; tells how they ended and what of the stack they reach. */
export const TestsPanel = ({ workspace, object, onRun, onClose }: TestsPanelProps) => {
  const { tests } = useDesigner()
  const run = useRunTests(workspace, object)
  const answer = useStore(tests.store, (state) => state.answer)
  const tested = useStore(tests.store, (state) => state.text)
  const isCurrent = useDesignerState(({ document }) => document.text === tested)
  return (
    <section aria-label="Tests" className="flex h-full min-h-0 flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-3">
        <h2 className="flex-1 font-semibold">Tests</h2>
        <Button size="sm" busy={run.isPending} onClick={() => run.mutate()}>
          <Play size={14} aria-hidden /> Run tests
        </Button>
        <Button look="quiet" size="sm" icon aria-label="Close the tests" onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div aria-live="polite" className="grid min-h-0 flex-1 grid-cols-1 content-start gap-5 overflow-y-auto px-3 py-4">
        {run.error !== null && <Alert>{explain(run.error)}</Alert>}
        {run.isPending && answer === null && <Skeleton className="h-24" />}
        {answer !== null && !isCurrent && !run.isPending && (
          <p className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning">
            The text has changed since. Run the tests again.
          </p>
        )}
        {answer === null ? !run.isPending && <Introduction /> : <Outcome answer={answer} onRun={onRun} />}
      </div>
    </section>
  )
}

const Introduction = () => (
  <p className="text-sm text-muted">
    Runs the tests in this text, and those of what uses it, each on an empty database of its own. The stack then shows
    which statements and branches they reach.
  </p>
)

const Outcome = ({ answer, onRun }: { answer: TestsAnswer; onRun: () => void }) => {
  const { diagnostics, tests } = answer
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    return (
      <div className="grid gap-2">
        {diagnostics.map((found) => (
          <Alert key={`${found.line}:${found.column}:${found.code}`}>
            Line {found.line}: {found.message}
          </Alert>
        ))}
      </div>
    )
  }
  if (tests.length === 0) return <NoTests onRun={onRun} />
  return (
    <>
      <div className="grid gap-2">
        <p role="status" className="text-sm font-semibold">
          {countsOf(answer)}
        </p>
        <TestList tests={tests} />
      </div>
      {answer.coverage.statements.of > 0 && <Reach answer={answer} />}
    </>
  )
}

const NoTests = ({ onRun }: { onRun: () => void }) => (
  <div className="grid justify-items-center gap-3 py-8 text-center">
    <FlaskConical size={24} aria-hidden className="text-muted" />
    <p className="font-medium">No test yet</p>
    <p className="text-sm text-muted">Run the draft and keep the run as a test, or write a test block in the code.</p>
    <Button look="outline" size="sm" onClick={onRun}>
      <Play size={14} aria-hidden /> Run & Debug
    </Button>
  </div>
)

/** How much of the stack the tests reach, and whether it shows where. */
const Reach = ({ answer }: { answer: TestsAnswer }) => {
  const { tests } = useDesigner()
  const shown = useStore(tests.store, (state) => state.shown)
  const { statements, branches } = answer.coverage
  return (
    <section aria-label="Coverage" className="grid gap-3">
      <h3 className="text-sm font-semibold">Coverage</h3>
      <Bar label="Statements" {...statements} />
      {branches.of > 0 && <Bar label="Branches" {...branches} />}
      <p className="sr-only">{figuresOf(answer)}</p>
      <Switch label="Show on the stack" checked={shown} onChange={tests.setShown} />
    </section>
  )
}

const Bar = ({ label, ran, of }: { label: string; ran: number; of: number }) => (
  <div className="grid gap-1 text-sm">
    <span className="flex">
      <span className="flex-1">{label}</span>
      <span className="text-muted tabular-nums">
        {ran} of {of}
      </span>
    </span>
    <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-line">
      <span
        className={`block h-full ${ran === of ? 'bg-accent' : 'bg-warning'}`}
        style={{ width: `${(ran / of) * 100}%` }}
      />
    </span>
  </div>
)
