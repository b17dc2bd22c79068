'use client'
import type { TraceEffect, TraceValue } from '@cairn/contract'
import type { ReactNode } from 'react'
import type { Catalogue } from '../definitions/catalogue-of.ts'
import { milliseconds, stepTitle } from './step-line.tsx'
import type { TraceModel } from './engine/trace-model.ts'
import { ValueTree } from './value-tree.tsx'

/** Everything known of one step: its failure, what it was given, what it changed, what it said to the world. */
export const StepDetails = ({ model, at, catalogue }: { model: TraceModel; at: number; catalogue: Catalogue }) => {
  const node = model.nodes[at]
  if (node === undefined) return null
  const { step } = node
  const advice = model.trace.advice.filter((one) => one.object === node.object && one.address === node.address)
  return (
    <div className="grid grid-cols-1 content-start gap-3">
      <header className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <h3 className="truncate text-sm font-semibold">{stepTitle(model, { node }, catalogue)}</h3>
        <code className="min-w-0 flex-1 font-mono text-xs text-muted">{node.address}</code>
        <span className="shrink-0 font-mono text-xs text-muted">
          at {milliseconds(step.start)} · {milliseconds(step.ms)}
        </span>
      </header>
      {step.error !== null && (
        <div role="alert" className="grid gap-1 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">
          <p className="font-medium">{step.error.message}</p>
          <p className="font-mono text-xs">{step.error.code}</p>
          {step.error.hint !== null && <p>{step.error.hint}</p>}
        </div>
      )}
      {advice.map(({ kind, message, fix }) => (
        <div key={kind} className="grid gap-1 rounded-md bg-warning-soft px-3 py-2 text-sm text-warning">
          <p className="font-medium">{message}</p>
          <p>{fix}</p>
        </div>
      ))}
      <Values title={node.statement === '' ? 'Given' : 'Arguments'} model={model} pairs={step.args} />
      <Values title="Changed" model={model} pairs={step.variables} />
      {node.statement === '' && <Values title="Answered" model={model} pairs={[['response', step.response]]} />}
      {step.effects.map((effect, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- an effect is its place in the step
        <Effect key={index} model={model} effect={effect} />
      ))}
      {step.passed > 0 && (
        <p className="text-xs text-warning">
          ✂ Cut here: of {step.rounds.toLocaleString('en')} rounds the first 100 and the last were kept.
        </p>
      )}
    </div>
  )
}

interface ValuesProps {
  title: string
  model: TraceModel
  pairs: readonly (readonly [string, TraceValue])[]
}

const Values = ({ title, model, pairs }: ValuesProps) =>
  pairs.length === 0 ? null : (
    <Titled title={title}>
      <ul className="grid grid-cols-1">
        {pairs.map(([name, value], index) => (
          // oxlint-disable-next-line react/no-array-index-key -- one expression may be evaluated twice
          <ValueTree key={`${name} ${index}`} trace={model.trace} name={name} value={value} />
        ))}
      </ul>
    </Titled>
  )

export const Titled = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid grid-cols-1 gap-0.5">
    <h4 className="text-xs font-semibold text-muted">{title}</h4>
    {children}
  </section>
)

const KINDS = { sql: 'SQL', http: 'HTTP', cache: 'Cache', answer: 'Kept answer', log: 'Log', call: 'Call' } as const

/** One exchange with the world. */
const Effect = ({ model, effect }: { model: TraceModel; effect: TraceEffect }) => {
  const { kind, title, ms, rows, hit, status, error, details } = effect
  const facts = [
    rows === null ? null : `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`,
    hit === null ? null : hit ? 'hit' : 'miss',
    status === null ? null : `status ${status}`,
    milliseconds(ms),
  ]
  return (
    <section className="grid grid-cols-1 gap-1 rounded-md border border-line px-2 py-1.5">
      <header className="flex items-center gap-2 text-xs">
        <span className="rounded-sm bg-blue-soft px-1 font-semibold text-blue">{KINDS[kind]}</span>
        <span className="text-muted">{facts.filter((fact) => fact !== null).join(' · ')}</span>
      </header>
      {kind === 'answer' && <p className="text-xs">{title}</p>}
      {kind !== 'log' && kind !== 'answer' && (
        <pre tabIndex={0} className="max-h-28 overflow-auto font-mono text-xs break-words whitespace-pre-wrap">
          {title}
        </pre>
      )}
      {error !== null && <p className="text-xs text-danger">{error}</p>}
      <ul className="grid grid-cols-1">
        {details.map(([name, value]) => (
          <ValueTree key={name} trace={model.trace} name={name} value={value} />
        ))}
      </ul>
    </section>
  )
}
