'use client'
import type { Trace } from '@cairn/contract'
import { Segments } from '@cairn/ui'
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Catalogue } from '../definitions/catalogue-of.ts'
import { keysOf } from '../designer/actions.ts'
import { AdviceList } from './advice-list.tsx'
import { failedStep, readTrace } from './engine/trace-model.ts'
import { Scrubber } from './scrubber.tsx'
import { StepDetails } from './step-details.tsx'
import { StepList } from './step-list.tsx'
import { pageMoves, traceMoves } from './trace-keys.ts'
import { VariableList } from './variable-list.tsx'
import { WatchList } from './watch-list.tsx'

export interface TraceViewerProps {
  trace: Trace
  workspace: number
  catalogue: Catalogue
  /** The step that is looked at. */
  at: number
  onMove: (at: number) => void
  watches: readonly string[]
  onWatches: (watches: string[]) => void
  /** Statements to stop at, `object address`. */
  stops?: ReadonlySet<string>
  /** What else can be done with this run, at the right of its bar. */
  actions?: ReactNode
}

const VIEWS = [
  { value: 'steps', label: 'Steps' },
  { value: 'advice', label: 'Advice' },
] as const

const NO_STOPS: ReadonlySet<string> = new Set()

/** One trace, walked forwards and backwards: its steps in time, the step at hand, and the variables there. */
export const TraceViewer = (props: TraceViewerProps) => {
  const { trace, workspace, catalogue, at, onMove, watches, onWatches, stops = NO_STOPS, actions } = props
  const model = useMemo(() => readTrace(trace), [trace])
  const [view, setView] = useState<'steps' | 'advice'>('steps')
  const keys = (
    event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
    from: ReadonlySet<string> | null,
  ) => {
    const pressed = keysOf(event)
    const move = from === null || from.has(pressed) ? traceMoves[pressed] : undefined
    if (move === undefined) return false
    onMove(move(model, at, stops))
    return true
  }
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!event.defaultPrevented && keys(event, pageMoves)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  const failed = failedStep(model)
  return (
    <section
      aria-label="Trace"
      className="@container flex h-full min-h-0 flex-col bg-surface"
      onKeyDown={(event) => {
        if (isTyping(event.target)) return
        if (keys(event, null)) event.preventDefault()
      }}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1">
        <Segments label="Part of the trace" value={view} segments={segmentsOf(trace)} onChange={setView} />
        <Scrubber model={model} at={at} onMove={onMove} stops={stops} />
        {failed !== null && (
          <button
            type="button"
            onClick={() => onMove(failed.index)}
            className="cursor-pointer rounded-sm bg-danger-soft px-2 py-1 text-xs font-medium text-danger"
          >
            Go to the failure
          </button>
        )}
        {actions}
      </div>
      {view === 'advice' ? (
        <AdviceList model={model} catalogue={catalogue} onMove={(to) => (setView('steps'), onMove(to))} />
      ) : (
        <div className="grid min-h-0 flex-1 grid-cols-1 overflow-y-auto @2xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] @2xl:overflow-hidden @5xl:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_minmax(0,2.5fr)]">
          <StepList model={model} catalogue={catalogue} at={at} onMove={onMove} />
          <div className="contents @2xl:block @2xl:min-h-0 @2xl:overflow-y-auto @2xl:border-l @2xl:border-line @5xl:contents">
            <div className="px-3 py-2 @5xl:overflow-y-auto @5xl:border-l @5xl:border-line">
              <StepDetails model={model} at={at} catalogue={catalogue} />
            </div>
            <div className="grid grid-cols-1 content-start gap-3 border-t border-line px-3 py-2 @5xl:overflow-y-auto @5xl:border-t-0 @5xl:border-l">
              <VariableList model={model} at={at} onMove={onMove} />
              <WatchList workspace={workspace} model={model} at={at} watches={watches} onChange={onWatches} />
            </div>
          </div>
        </div>
      )}
    </section>
  )
}

const segmentsOf = ({ advice }: Trace) =>
  VIEWS.map((view) =>
    view.value === 'advice' && advice.length > 0 ? { ...view, label: `Advice (${advice.length})` } : view,
  )

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type="range"]), select, textarea, [contenteditable]') !== null
