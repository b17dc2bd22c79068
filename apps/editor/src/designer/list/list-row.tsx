'use client'
import { print } from '@cairn/language'
import { ChevronDown, ChevronRight, CircleAlert, GripVertical, Plus } from 'lucide-react'
import { memo, type DragEvent } from 'react'
import type { StatementInfo } from '../../definitions/definitions.ts'
import { placeOf, type Place } from '../engine/places.ts'
import type { ClauseRow, Row, StatementRow } from '../engine/rows.ts'
import { descriptionOf, summaryOf } from '../engine/summary.ts'
import type { DropTarget, RowGestures } from './row-gestures.ts'
import { sameLine } from './same-line.ts'
import type { Mark } from '../../trace/engine/marks.ts'
import type { Reached } from '../tests/coverage.ts'
import { ReachedMark } from '../tests/reached-mark.tsx'
import { BreakpointDot, MarkText, markEdge } from './row-mark.tsx'
import { StatementIcon } from '../statement-icon.tsx'

export interface ListRowProps {
  row: Row
  info: StatementInfo | undefined
  selected: boolean
  /** Whether Tab leads to it. */
  focusable: boolean
  folded: boolean
  faulty: boolean
  /** Beside which side of it what is dragged lands; null where it does not. */
  target: DropTarget['side'] | null
  /** What the run that is looked at says of it. */
  mark: Mark | undefined
  /** What the tests that ran reach of it. */
  reached: Reached | undefined
  /** Whether runs stop before it. */
  stops: boolean
  on: RowGestures
}

const INDENT = 20

const MARKS = { above: 'shadow-[0_-2px_0_var(--accent)]', below: 'shadow-[0_2px_0_var(--accent)]' } as const

/**
 * Where something dropped on a row lands: on the upper half of a statement before it, on the lower half behind it (in
 * front of what is in it, where that is in sight), on a block first in it.
 */
function landing(row: Row, lower: boolean, folded: boolean): Place & Pick<DropTarget, 'side'> {
  if (row.kind === 'empty') return { block: row.block, index: 0, side: 'above' }
  if (row.kind === 'clause') return { block: row.key, index: 0, side: 'below' }
  const { block, index } = placeOf(row.key)
  const behind = lower && (!row.folds || folded)
  return { block, index: behind ? index + 1 : index, side: behind ? 'below' : 'above' }
}

const Line = ({ row, info, selected, focusable, folded, faulty, target, mark, reached, stops, on }: ListRowProps) => {
  const disabled = row.kind === 'statement' && row.statement.disabled
  const over = (event: DragEvent<HTMLElement>) => {
    event.preventDefault()
    const { top, height } = event.currentTarget.getBoundingClientRect()
    on.over({ key: row.key, ...landing(row, event.clientY > top + height / 2, folded) })
  }
  return (
    <div
      role="treeitem"
      aria-level={row.depth + 1}
      aria-selected={selected}
      aria-expanded={row.kind !== 'empty' && row.folds ? !folded : undefined}
      data-key={row.key}
      tabIndex={focusable ? 0 : -1}
      draggable={row.kind === 'statement'}
      onDragStart={() => on.reach(row)}
      onDragOver={over}
      onClick={(event) => on.click(row, event)}
      onFocus={(event) =>
        event.target === event.currentTarget && event.target.matches(':focus-visible') && on.reach(row)
      }
      style={{ marginLeft: row.depth * INDENT }}
      className={`group relative flex min-h-9 cursor-pointer items-center gap-2 rounded-md border py-1 pr-1 pl-1 ${
        selected ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-sunken'
      } ${row.kind === 'statement' && !selected ? 'bg-surface' : ''} ${disabled ? 'opacity-60' : ''} ${target === null ? '' : MARKS[target]} ${markEdge(mark)}`}
      aria-current={mark?.state === 'current' ? 'step' : undefined}
    >
      {row.kind === 'empty' ? (
        <span className="flex items-center gap-2 pl-7 text-sm text-muted">
          <Plus size={14} aria-hidden />{' '}
          {row.block === 'stack' ? 'Nothing happens yet. Add the first function.' : 'Add here'}
        </span>
      ) : (
        <>
          {row.kind === 'statement' && <BreakpointDot stops={stops} onToggle={() => on.stop(row.key)} />}
          <Fold folds={row.folds} folded={folded} onFold={() => on.fold(row)} />
          {row.kind === 'statement' ? (
            <StatementLine row={row} info={info} faulty={faulty} />
          ) : (
            <ClauseLine row={row} faulty={faulty} />
          )}
          <MarkText mark={mark} />
          <ReachedMark reached={reached} />
          {row.kind === 'clause' && reached !== undefined && <span className="hidden w-9.5 shrink-0 lg:block" />}
          {row.kind === 'statement' && (
            <span className="hidden shrink-0 items-center group-focus-within:flex group-hover:flex lg:flex lg:opacity-0 lg:group-focus-within:opacity-100 lg:group-hover:opacity-100">
              <GripVertical size={14} className="text-muted" aria-hidden />
              <button
                type="button"
                tabIndex={-1}
                aria-label="Add below"
                className="grid size-6 cursor-pointer place-items-center rounded-sm text-muted hover:bg-accent hover:text-on-accent"
                onClick={(event) => {
                  event.stopPropagation()
                  const { block, index } = placeOf(row.key)
                  on.add({ block, index: index + 1 })
                }}
              >
                <Plus size={14} aria-hidden />
              </button>
            </span>
          )}
        </>
      )}
    </div>
  )
}

/** One line of the list. Typing into one statement of many draws that line alone. */
export const ListRow = memo(
  Line,
  (before, now) =>
    before.info === now.info &&
    before.selected === now.selected &&
    before.focusable === now.focusable &&
    before.folded === now.folded &&
    before.faulty === now.faulty &&
    before.target === now.target &&
    before.mark?.state === now.mark?.state &&
    before.mark?.text === now.mark?.text &&
    before.mark?.failed === now.mark?.failed &&
    before.reached === now.reached &&
    before.stops === now.stops &&
    before.on === now.on &&
    sameLine(before.row, now.row, now.info),
)

const Fold = ({ folds, folded, onFold }: { folds: boolean; folded: boolean; onFold: () => void }) =>
  folds ? (
    <button
      type="button"
      tabIndex={-1}
      aria-label={folded ? 'Unfold' : 'Fold'}
      className="-mr-2 grid size-5 shrink-0 cursor-pointer place-items-center rounded-sm text-muted hover:bg-line"
      onClick={(event) => {
        event.stopPropagation()
        onFold()
      }}
    >
      {folded ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
    </button>
  ) : (
    <span className="-mr-2 w-5 shrink-0" />
  )

const StatementLine = ({
  row,
  info,
  faulty,
}: {
  row: StatementRow
  info: StatementInfo | undefined
  faulty: boolean
}) => {
  const { statement, number } = row
  const description = descriptionOf(statement)
  const summary = summaryOf(statement, info)
  return (
    <>
      <span className="w-7 shrink-0 text-right text-xs text-muted tabular-nums">{number}</span>
      <StatementIcon info={info} />
      <span className="grid min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline gap-2">
          <span className={`shrink-0 font-medium ${statement.disabled ? 'line-through' : ''}`}>
            {info?.label ?? statement.name}
          </span>
          <span className="truncate font-mono text-xs text-muted">{summary}</span>
        </span>
        {description !== '' && <span className="truncate text-xs text-muted">{description}</span>}
      </span>
      {faulty && (
        <span title="Has a problem" className="text-danger">
          <CircleAlert size={16} aria-label="Has a problem" />
        </span>
      )}
      {statement.as !== null && (
        <span className="max-w-40 shrink-0 truncate rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-xs text-ink">
          {statement.as.name}
        </span>
      )}
    </>
  )
}

const ClauseLine = ({ row, faulty }: { row: ClauseRow; faulty: boolean }) => {
  const { clause } = row
  const subject = clause.subject === null ? '' : print(clause.subject)
  return (
    <>
      <span className="text-xs font-semibold tracking-wide text-violet uppercase">{clause.name}</span>
      <span className="min-w-0 flex-1 truncate font-mono text-xs text-muted">
        {clause.as === null ? subject : `$${clause.as.name}`}
      </span>
      {faulty && <CircleAlert size={16} className="text-danger" aria-label="Has a problem" />}
    </>
  )
}
