'use client'
import { Button, Popover, Select } from '@cairn/ui'
import { ListFilter, Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { GridColumn } from './grid-column.ts'
import { operatorsOf } from './operators.ts'
import type { Condition } from './rows.ts'

export interface FilterButtonProps {
  columns: readonly GridColumn[]
  onWhere: (where: Condition[]) => void
}

interface Line {
  id: number
  column: string
  operator: string
  typed: string
}

/** Conditions on columns, all of which a row has to meet, applied as they are typed. */
export const FilterButton = ({ columns, onWhere }: FilterButtonProps) => {
  const [lines, setLines] = useState<Line[]>([])
  const change = (next: Line[]) => {
    setLines(next)
    onWhere(next.flatMap((line) => conditionOf(line, columns) ?? []).flatMap((one) => ('wrong' in one ? [] : [one])))
  }
  const add = () => {
    const [column] = columns.filter(({ name }) => name !== 'id')
    const shown = column ?? columns[0]
    if (shown === undefined) return
    const id = 1 + Math.max(0, ...lines.map((line) => line.id))
    change([...lines, { id, column: shown.name, operator: operatorsOf(shown)[0]?.id ?? '', typed: '' }])
  }
  const set = (id: number, part: Partial<Line>) =>
    change(lines.map((line) => (line.id === id ? { ...line, ...part } : line)))
  const count = lines.filter((line) => isComplete(line, columns)).length
  return (
    <Popover
      label="Filter"
      trigger={
        <Button
          look={count > 0 ? 'outline' : 'quiet'}
          size="sm"
          aria-label={count > 0 ? `Filter, ${count} set` : 'Filter'}
        >
          <ListFilter size={14} aria-hidden /> <span className="max-sm:sr-only">Filter</span>
          {count > 0 && (
            <span className="rounded-sm bg-accent-soft px-1 text-xs text-accent tabular-nums">{count}</span>
          )}
        </Button>
      }
    >
      <div className="grid w-136 max-w-full gap-2">
        {lines.length === 0 && <p className="px-1 text-sm text-muted">All rows are shown.</p>}
        {lines.map((line) => (
          <FilterLine
            key={line.id}
            line={line}
            columns={columns}
            onChange={(part) => set(line.id, part)}
            onRemove={() => change(lines.filter(({ id }) => id !== line.id))}
          />
        ))}
        <div className="flex justify-between">
          <Button look="quiet" size="sm" onClick={add}>
            <Plus size={14} aria-hidden /> Condition
          </Button>
          {lines.length > 0 && (
            <Button look="quiet" size="sm" onClick={() => change([])}>
              Clear
            </Button>
          )}
        </div>
      </div>
    </Popover>
  )
}

const isComplete = (line: Line, columns: readonly GridColumn[]): boolean => {
  const condition = conditionOf(line, columns)
  return condition !== null && !('wrong' in condition)
}

/** The condition of a line; null while it says nothing yet. */
function conditionOf({ column: name, operator: id, typed }: Line, columns: readonly GridColumn[]) {
  const column = columns.find((one) => one.name === name)
  const operator = column === undefined ? undefined : operatorsOf(column).find((one) => one.id === id)
  if (column === undefined || operator === undefined || (operator.takes && typed.trim() === '')) return null
  return operator.condition(column, typed)
}

interface FilterLineProps {
  line: Line
  columns: readonly GridColumn[]
  onChange: (part: Partial<Line>) => void
  onRemove: () => void
}

const FilterLine = ({ line, columns, onChange, onRemove }: FilterLineProps) => {
  const column = columns.find(({ name }) => name === line.column)
  const operators = column === undefined ? [] : operatorsOf(column)
  const operator = operators.find(({ id }) => id === line.operator)
  const condition = conditionOf(line, columns)
  const wrong = condition !== null && 'wrong' in condition ? condition.wrong : null
  const choose = (name: string) => {
    const chosen = columns.find((one) => one.name === name)
    if (chosen !== undefined) onChange({ column: name, operator: operatorsOf(chosen)[0]?.id ?? '', typed: '' })
  }
  return (
    <div className="grid gap-1">
      <div className="grid grid-cols-[1fr_1fr_1fr_auto] items-center gap-2">
        <Select
          bare
          label="Column"
          value={line.column}
          options={columns.map(({ name }) => ({ value: name, label: name }))}
          onChange={choose}
        />
        <Select
          bare
          label="Condition"
          value={line.operator}
          options={operators.map(({ id, label }) => ({ value: id, label }))}
          onChange={(id) => onChange({ operator: id })}
        />
        {operator?.takes === true && column !== undefined ? (
          <FilterValue column={column} typed={line.typed} onTyped={(typed) => onChange({ typed })} />
        ) : (
          <span />
        )}
        <Button look="quiet" size="sm" icon aria-label="Remove condition" onClick={onRemove}>
          <X size={14} aria-hidden />
        </Button>
      </div>
      {wrong !== null && <p className="text-xs text-danger">{wrong}</p>}
    </div>
  )
}

const FilterValue = ({
  column,
  typed,
  onTyped,
}: {
  column: GridColumn
  typed: string
  onTyped: (typed: string) => void
}) => {
  const choices = column.type === 'bool' ? ['true', 'false'] : column.type === 'enum' ? column.values : null
  if (choices !== null) {
    const options = [{ value: '', label: '' }, ...choices.map((value) => ({ value, label: value }))]
    return <Select bare label="Value" value={typed} options={options} onChange={onTyped} />
  }
  return (
    <input
      aria-label="Value"
      value={typed}
      placeholder={column.type === 'timestamp' ? '2026-01-31 12:00' : column.type === 'date' ? '2026-01-31' : ''}
      onChange={(event) => onTyped(event.target.value)}
      className="h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 text-sm"
    />
  )
}
