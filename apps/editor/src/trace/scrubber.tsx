'use client'
import { Button } from '@cairn/ui'
import { ArrowDownToLine, ArrowUpFromLine, RedoDot, SkipForward, StepBack } from 'lucide-react'
import type { ReactNode } from 'react'
import { nextStop, stepBack, stepInto, stepOut, stepOver } from './engine/moves.ts'
import type { TraceModel } from './engine/trace-model.ts'
import { milliseconds } from './step-line.tsx'

export interface ScrubberProps {
  model: TraceModel
  at: number
  onMove: (at: number) => void
  /** Statements to stop at, `object address`. */
  stops: ReadonlySet<string>
}

/** Forwards and backwards through a run: buttons, their keys, and a slider over all of it. */
export const Scrubber = ({ model, at, onMove, stops }: ScrubberProps) => {
  const last = model.nodes.length - 1
  const step = model.nodes[at]?.step
  const move = (label: string, keys: string, to: number, icon: ReactNode) => (
    <Button look="quiet" size="sm" icon aria-label={label} title={`${label} (${keys})`} onClick={() => onMove(to)}>
      {icon}
    </Button>
  )
  return (
    <div className="flex min-w-0 flex-1 basis-full items-center gap-1 @2xl:min-w-fit @2xl:basis-0">
      {move('Step back', 'B', stepBack(model, at), <StepBack size={16} aria-hidden />)}
      {move('Step over', 'N or F10', stepOver(model, at), <RedoDot size={16} aria-hidden />)}
      {move('Step into', 'I or F11', stepInto(model, at), <ArrowDownToLine size={16} aria-hidden />)}
      {move('Step out', 'O or Shift+F11', stepOut(model, at), <ArrowUpFromLine size={16} aria-hidden />)}
      {move('To the next breakpoint', 'C or F8', nextStop(model, at, stops), <SkipForward size={16} aria-hidden />)}
      <input
        type="range"
        aria-label="Place in the run"
        aria-valuetext={`Step ${at + 1} of ${last + 1}`}
        min={0}
        max={Math.max(last, 0)}
        value={at}
        onChange={(event) => onMove(Number(event.target.value))}
        className="h-6 min-w-16 flex-1 cursor-pointer accent-accent"
      />
      <span className="shrink-0 font-mono text-xs text-muted tabular-nums">
        {at + 1}/{last + 1}
        <span className="max-md:hidden"> · {milliseconds(step?.start ?? 0)}</span>
      </span>
    </div>
  )
}
