'use client'
import { clause } from '@cairn/language'
import { Plus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { move } from '../engine/commands/move.ts'
import { statementsOf } from '../engine/document.ts'
import { problemsOf } from '../engine/problems.ts'
import { rowsOf, type Row } from '../engine/rows.ts'
import { selectedStatements } from '../actions.ts'
import { ListRow } from './list-row.tsx'
import { useListKeys } from './use-list-keys.ts'

/** The rows of a stack. One of them has the focus; keys move it. */
export const StackList = () => {
  const { designer, catalogue, setPanel } = useDesigner()
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
  const list = useRef<HTMLDivElement>(null)
  const [target, setTarget] = useState<{ key: string; block: string; index: number } | null>(null)
  const onKeyDown = useListKeys(rows, list)
  const focus = selection.at(-1) ?? rows[0]?.key

  const click = (row: Row, event: React.MouseEvent) => {
    if (event.shiftKey) designer.select(range(rows, selection[0] ?? row.key, row.key))
    else if (event.ctrlKey || event.metaKey) designer.select(toggled(selection, row.key))
    else designer.select([row.key])
    if (row.kind === 'empty') setPanel({ kind: 'picker', block: row.block, index: 0 })
    else if (!event.shiftKey && !event.ctrlKey && !event.metaKey) setPanel({ kind: 'inspector' })
  }
  const drop = (event: React.DragEvent) => {
    event.preventDefault()
    if (target !== null) designer.run(move(selectedStatements(designer), target))
    setTarget(null)
  }
  return (
    <div className="grid gap-2">
      <div
        ref={list}
        role="tree"
        aria-label="Function stack"
        aria-multiselectable
        tabIndex={-1}
        className="grid gap-px outline-none"
        onKeyDown={onKeyDown}
        onDrop={drop}
        onDragOver={(event) => event.preventDefault()}
        onDragLeave={(event) => !list.current?.contains(event.relatedTarget as Node) && setTarget(null)}
      >
        {rows.map((row) => (
          <ListRow
            key={row.key}
            row={row}
            info={row.kind === 'statement' ? catalogue.statement(row.statement.name) : undefined}
            selected={selection.includes(row.key)}
            focusable={row.key === focus}
            folded={folded.has(row.key)}
            faulty={faulty.has(row.key)}
            target={target?.key === row.key}
            onClick={(event) => click(row, event)}
            onReach={() => !selection.includes(row.key) && designer.select([row.key])}
            onFold={() => designer.toggleFold(row.key)}
            onAdd={(place) => setPanel({ kind: 'picker', ...place })}
            onGrab={() => !selection.includes(row.key) && designer.select([row.key])}
            onOver={setTarget}
          />
        ))}
      </div>
      <button
        type="button"
        onClick={() => setPanel({ kind: 'picker', block: 'stack', index: statementsOf(stack?.body ?? null).length })}
        className="flex h-9 cursor-pointer items-center justify-center gap-2 rounded-md border border-dashed border-line-strong text-sm font-medium text-muted hover:border-accent hover:text-accent"
      >
        <Plus size={16} aria-hidden /> Add function
      </button>
    </div>
  )
}

function range(rows: readonly Row[], from: string, to: string): string[] {
  const keys = rows.filter((row) => row.kind === 'statement').map(({ key }) => key)
  const [a, b] = [keys.indexOf(from), keys.indexOf(to)]
  if (a < 0 || b < 0) return [to]
  const chosen = keys.slice(Math.min(a, b), Math.max(a, b) + 1)
  return a <= b ? chosen : chosen.toReversed()
}

const toggled = (selection: readonly string[], key: string): string[] =>
  selection.includes(key) ? selection.filter((other) => other !== key) : [...selection, key]
