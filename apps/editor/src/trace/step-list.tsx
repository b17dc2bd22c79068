'use client'
import { useEffect, useEffectEvent, useMemo, useRef, useState, type FocusEvent } from 'react'
import type { Catalogue } from '../definitions/catalogue-of.ts'
import { useRowsInSight } from '../use-rows-in-sight.ts'
import { shownRows, type ShownRow } from './engine/shown-rows.ts'
import type { TraceModel } from './engine/trace-model.ts'
import { StepLine } from './step-line.tsx'

export interface StepListProps {
  model: TraceModel
  catalogue: Catalogue
  at: number
  onMove: (at: number) => void
}

const ROW = 28
const NONE = -1

const stepOf = ({ node }: ShownRow) => node.index

/** The steps of a trace in the order they ran; only those in sight are drawn. Follows the step that is looked at. */
export const StepList = ({ model, catalogue, at, onMove }: StepListProps) => {
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  const [rounds, setRounds] = useState<ReadonlyMap<number, number>>(new Map())
  const [focus, setFocus] = useState(NONE)
  const list = useRef<HTMLOListElement>(null)
  const rows = useMemo(() => shownRows(model, { folded, at, rounds }), [model, folded, at, rounds])
  const advised = useMemo(
    () => new Set(model.trace.advice.map(({ object, address }) => `${object} ${address}`)),
    [model],
  )
  const rowOf = (step: number) => rows.findIndex(({ node }) => node.index === step)
  const { shown, height, measure, reveal } = useRowsInSight({
    rows,
    keyOf: stepOf,
    list,
    focused: rowOf(focus),
    rowHeight: ROW,
  })
  const follow = useEffectEvent((step: number) => {
    const row = rowOf(step)
    if (row >= 0) reveal(row)
  })
  useEffect(() => follow(at), [at])
  const fold = (index: number) => {
    const next = new Set(folded)
    if (!next.delete(index)) next.add(index)
    setFolded(next)
  }
  const showRound = (loop: number, round: number) => {
    setRounds(new Map(rounds).set(loop, round))
    onMove(round)
  }
  const keepFocused = ({ target }: FocusEvent) => {
    const line = target.closest<HTMLElement>('[data-step]')
    setFocus(line === null ? NONE : Number(line.dataset['step']))
  }
  return (
    <div data-scroll className="@container max-h-60 min-h-40 overflow-y-auto py-1 @2xl:max-h-none">
      <ol
        ref={list}
        aria-label="Steps"
        className="relative"
        style={{ height }}
        onFocus={keepFocused}
        onBlur={() => setFocus(NONE)}
      >
        {shown.map(({ row, index, top }) => (
          <StepLine
            key={row.node.index}
            place={{ index, top, of: rows.length, measure }}
            model={model}
            row={row}
            catalogue={catalogue}
            current={row.node.index === at}
            advised={advised.has(`${row.node.object} ${row.node.address}`)}
            onGo={onMove}
            onFold={fold}
            onRound={showRound}
          />
        ))}
      </ol>
      {model.trace.passed > 0 && (
        <p className="px-3 py-1 text-xs text-warning">
          ✂ {model.trace.passed.toLocaleString('en')} more steps ran than were kept.
        </p>
      )}
    </div>
  )
}
