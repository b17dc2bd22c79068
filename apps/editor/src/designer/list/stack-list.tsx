'use client'
import { clause } from '@cairn/language'
import { RightClickMenu } from '@cairn/ui'
import { Plus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { dropAt } from '../drag-statement.ts'
import { statementsOf } from '../engine/document.ts'
import { problemsOf } from '../engine/problems.ts'
import { rowsOf, type Row } from '../engine/rows.ts'
import { useDebug } from '../run/use-debug.ts'
import { useMarks } from '../run/use-marks.ts'
import { ListRow } from './list-row.tsx'
import { openInspector } from '../inspector/open-inspector.ts'
import { useReached } from '../tests/use-reached.ts'
import { useActionEntries } from '../use-action-entries.ts'
import { useRowsInSight } from '../../use-rows-in-sight.ts'
import { reachRow, rowGestures, type DropTarget } from './row-gestures.ts'
import { useListKeys } from './use-list-keys.ts'
import { useListLasso } from './use-list-lasso.ts'

const keyOf = ({ key }: Row) => key

/** The rows of a stack. One of them has the focus; keys move it. */
export const StackList = () => {
  const { designer, catalogue, setPanel, debug } = useDesigner()
  const marks = useMarks()
  const reached = useReached()
  const breakpoints = useDebug((state) => state.breakpoints)
  const document = useDesignerState((state) => state.document)
  const selection = useDesignerState((state) => state.selection)
  const folded = useDesignerState((state) => state.folded)
  const unfinished = useDesignerState((state) => state.unfinished)
  const stack = document.object === null ? null : clause(document.object.body, 'stack')
  const rows = useMemo(() => rowsOf(stack?.body ?? null, 'stack', folded), [stack, folded])
  const faulty = useMemo(
    () => new Set(problemsOf(document, unfinished, catalogue).map(({ address }) => address)),
    [document, unfinished, catalogue],
  )
  const entries = useActionEntries()
  const list = useRef<HTMLDivElement>(null)
  const [target, setTarget] = useState<DropTarget | null>(null)
  const onKeyDown = useListKeys(rows, list)
  const chosen = selection.at(-1)
  const focus = rows.some(({ key }) => key === chosen) ? chosen : rows[0]?.key
  const { shown, height, measure } = useRowsInSight({
    rows,
    keyOf,
    list,
    focused: rows.findIndex(({ key }) => key === focus),
    rowHeight: 36,
    gap: 1,
  })
  const lasso = useListLasso(list)
  const on = useMemo(
    () =>
      rowGestures(
        designer,
        setPanel,
        (next) => setTarget((now) => (now?.key === next.key && now.side === next.side ? now : next)),
        debug.toggleBreakpoint,
      ),
    [designer, setPanel, debug],
  )

  const drop = (event: React.DragEvent) => {
    event.preventDefault()
    if (target !== null && dropAt(event, designer, catalogue, target)) openInspector(setPanel, 'field')
    setTarget(null)
  }
  return (
    <div className="grid gap-2">
      <RightClickMenu entries={entries}>
        <div
          ref={list}
          onContextMenu={({ target }) => reachRow(designer, target)}
          role="tree"
          aria-label="Function stack"
          aria-multiselectable
          tabIndex={-1}
          className="relative outline-none"
          style={{ height }}
          onMouseDown={lasso.start}
          onKeyDown={onKeyDown}
          onDrop={drop}
          onDragOver={(event) => event.preventDefault()}
          onDragLeave={(event) => !list.current?.contains(event.relatedTarget as Node) && setTarget(null)}
        >
          {shown.map(({ row, index, top }) => (
            <div
              key={row.key}
              ref={measure}
              role="none"
              data-index={index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${top}px)` }}
            >
              <ListRow
                row={row}
                info={row.kind === 'statement' ? catalogue.statement(row.statement.name) : undefined}
                selected={selection.includes(row.key)}
                focusable={row.key === focus}
                folded={folded.has(row.key)}
                faulty={faulty.has(row.key)}
                target={target?.key === row.key ? target.side : null}
                mark={marks.get(row.key)}
                reached={reached.get(row.key)}
                stops={row.kind === 'statement' && row.key in breakpoints}
                on={on}
              />
            </div>
          ))}
        </div>
      </RightClickMenu>
      <button
        type="button"
        onClick={() => setPanel({ kind: 'picker', block: 'stack', index: statementsOf(stack?.body ?? null).length })}
        className="flex h-9 cursor-pointer items-center justify-center gap-2 rounded-md border border-dashed border-line-strong text-sm font-medium text-muted hover:border-accent hover:text-accent"
      >
        <Plus size={16} aria-hidden /> Add function
      </button>
      {lasso.box !== null && (
        <div
          aria-hidden
          className="pointer-events-none fixed z-40 rounded-sm border border-accent bg-accent/10"
          style={lasso.box}
        />
      )}
    </div>
  )
}
