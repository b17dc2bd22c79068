'use client'
import { ChevronDown, ChevronRight, CircleAlert, Layers, Repeat } from 'lucide-react'
import type { Catalogue } from '../definitions/catalogue-of.ts'
import { StatementIcon } from '../designer/statement-icon.tsx'
import type { ShownRow } from './engine/shown-rows.ts'
import { shortValue } from './engine/plain-value.ts'
import type { TraceModel } from './engine/trace-model.ts'

export interface StepLineProps {
  /** Which of how many rows it is, how many pixels down, and what measures it. */
  place: { index: number; of: number; top: number; measure: (line: HTMLLIElement | null) => void }
  model: TraceModel
  row: ShownRow
  catalogue: Catalogue
  current: boolean
  advised: boolean
  onGo: (index: number) => void
  onFold: (index: number) => void
  onRound: (loop: number, round: number) => void
}

const INDENT = 14
const MOST_INDENT = 10

export const milliseconds = (ms: number): string =>
  ms < 0.01
    ? '<0.01 ms'
    : ms < 10
      ? `${ms.toFixed(2)} ms`
      : ms < 1000
        ? `${Math.round(ms)} ms`
        : `${(ms / 1000).toFixed(2)} s`

/** What a step is called: a statement's label, a round, or the stack that was called. */
export function stepTitle({ trace }: TraceModel, { node }: Pick<ShownRow, 'node'>, catalogue: Catalogue): string {
  if (node.statement === 'each') return `Round ${(node.step.round + 1).toLocaleString('en')}`
  if (node.statement !== '') return catalogue.statement(node.statement)?.label ?? node.statement
  const object = trace.objects[node.object]
  return object === undefined ? 'Stack' : `${object.kind.replace('_', ' ')} ${object.name}`
}

/** A line of the list: what ran, what came of it, and when and how long in the whole run. */
export const StepLine = ({ place, model, row, catalogue, current, advised, onGo, onFold, onRound }: StepLineProps) => {
  const { node, folds, folded, rounds } = row
  const { step } = node
  const title = stepTitle(model, row, catalogue)
  const Fold = folded ? ChevronRight : ChevronDown
  const failed = step.error !== null
  return (
    <li
      ref={place.measure}
      data-index={place.index}
      data-step={node.index}
      aria-current={current ? 'step' : undefined}
      aria-posinset={place.index + 1}
      aria-setsize={place.of}
      className={`group absolute inset-x-0 top-0 flex min-h-7 items-center gap-1 pr-2 ${current ? 'bg-accent-soft' : 'hover:bg-sunken'}`}
      style={{
        paddingLeft: 4 + Math.min(node.depth, MOST_INDENT) * INDENT,
        transform: `translateY(${place.top}px)`,
      }}
    >
      {folds ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={folded ? `Unfold ${title}` : `Fold ${title}`}
          onClick={() => onFold(node.index)}
          className="grid size-5 shrink-0 cursor-pointer place-items-center rounded-sm text-muted hover:bg-line"
        >
          <Fold size={12} aria-hidden />
        </button>
      ) : (
        <span className="w-5 shrink-0" />
      )}
      <button
        type="button"
        onClick={() => onGo(node.index)}
        className={`flex min-w-0 flex-1 cursor-pointer items-center gap-1.5 rounded-sm py-0.5 text-left text-sm ${failed ? 'text-danger' : ''}`}
      >
        <StepIcon statement={node.statement} catalogue={catalogue} />
        <span className="max-w-[60%] shrink-0 truncate">{title}</span>
        <span className="min-w-0 truncate font-mono text-xs text-muted">{outcomeOf(model, row)}</span>
        {step.effects.some(({ kind, hit }) => kind === 'answer' && hit === true) && (
          <span className="shrink-0 rounded-sm bg-blue-soft px-1 text-xs font-medium text-blue">kept answer</span>
        )}
        {failed && <CircleAlert size={14} aria-label="Failed" className="shrink-0" />}
        {advised && <span className="size-2 shrink-0 rounded-full bg-warning" title="There is advice on this" />}
      </button>
      {rounds !== null && rounds.kept.length > 1 && (
        <RoundPicker model={model} loop={node.index} rounds={rounds} onRound={onRound} />
      )}
      <span className="w-18 shrink-0 text-right font-mono text-xs text-muted tabular-nums">
        {milliseconds(step.ms)}
      </span>
      <Bar start={step.start} ms={step.ms} whole={model.trace.ms} failed={failed} />
    </li>
  )
}

const StepIcon = ({ statement, catalogue }: { statement: string; catalogue: Catalogue }) => {
  if (statement === 'each') return <Repeat size={14} aria-hidden className="shrink-0 text-muted" />
  if (statement === '') return <Layers size={14} aria-hidden className="shrink-0 text-muted" />
  return <StatementIcon info={catalogue.statement(statement)} size={18} />
}

function outcomeOf({ trace }: TraceModel, { node }: ShownRow): string {
  const { step } = node
  if (step.error !== null) return step.error.message
  const sql = step.effects.filter(({ kind }) => kind === 'sql').length
  if (node.statement === '' && step.response !== null) return shortValue(trace, step.response)
  const as = trace.sites[step.site]?.as
  const set =
    step.variables.find(([name]) => name === as) ?? (node.children.length === 0 ? step.variables[0] : undefined)
  const said = set === undefined ? '' : `${set[0]} = ${shortValue(trace, set[1])}`
  return sql > 1 ? `${said} · ${sql} queries` : said
}

interface RoundPickerProps {
  model: TraceModel
  loop: number
  rounds: NonNullable<ShownRow['rounds']>
  onRound: (loop: number, round: number) => void
}

/** Which round of a loop is shown. Of very many the first and the last were kept. */
const RoundPicker = ({ model, loop, rounds, onRound }: RoundPickerProps) => (
  <label className="flex shrink-0 items-center gap-1 text-xs text-muted">
    <span className="sr-only">Round shown</span>
    <select
      value={rounds.shown}
      onChange={(event) => onRound(loop, Number(event.target.value))}
      className="h-6 cursor-pointer rounded-sm border border-line bg-surface px-1 text-xs text-ink"
    >
      {rounds.kept.map((index) => (
        <option key={index} value={index}>
          {((model.nodes[index]?.step.round ?? 0) + 1).toLocaleString('en')}
        </option>
      ))}
    </select>
    of {rounds.of.toLocaleString('en')}
  </label>
)

/** When in the whole run it was, and for how long. */
const Bar = ({ start, ms, whole, failed }: { start: number; ms: number; whole: number; failed: boolean }) => {
  const part = (time: number) => `${whole <= 0 ? 0 : Math.min(100, (time / whole) * 100)}%`
  return (
    <span aria-hidden className="relative hidden h-2 w-24 shrink-0 rounded-full bg-sunken @md:block @xl:w-32">
      <span
        className={`absolute inset-y-0 min-w-0.5 rounded-full ${failed ? 'bg-danger' : 'bg-accent'}`}
        style={{ left: part(start), width: part(ms) }}
      />
    </span>
  )
}
