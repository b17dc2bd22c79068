'use client'
import type { BinaryOperator, Expression } from '@cairn/language'
import { Button, Segments, Select } from '@cairn/ui'
import { FolderPlus, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { invalid } from '../engine/nodes.ts'
import {
  comparisons,
  ignoresNull,
  plainOperator,
  readCondition,
  writeCondition,
  type Condition,
  type ConditionGroup,
  type ConditionTest,
} from '../value/condition.ts'
import { CompletingInput } from './completing-input.tsx'
import { completionsAt } from '../value/completions.ts'
import { FilteredValue } from './filter-rows.tsx'
import { useTyped, useWriting, type FieldPlace } from './use-field.ts'
import { useScope } from './use-scope.ts'

export interface ConditionBuilderProps {
  label: string
  place: FieldPlace
  address: string
  /** A condition of a query: more operators, and rows that are ignored when their right side is null. */
  query: boolean
  first?: boolean
}

/** A condition as rows, or as an expression; switching loses nothing. */
export const ConditionBuilder = ({ label, place, address, query, first = false }: ConditionBuilderProps) => {
  const [view, setView] = useState<'rows' | 'text'>('rows')
  const unreadable = place.value?.kind === 'invalid' && place.value.text !== ''
  const shown = unreadable ? 'text' : view
  return (
    <div className="grid gap-2">
      <Segments
        label={`${label} as`}
        value={shown}
        segments={[
          { value: 'rows', label: 'Fields' },
          { value: 'text', label: 'Expression' },
        ]}
        onChange={setView}
      />
      {shown === 'text' ? (
        <ConditionText label={label} place={place} address={address} first={first} />
      ) : (
        <Rows label={label} place={place} address={address} query={query} first={first} />
      )}
    </div>
  )
}

const ConditionText = ({ label, place, address, first }: Omit<ConditionBuilderProps, 'query'> & { first: boolean }) => {
  const scope = useScope(address)
  const { text, type, faulty } = useTyped(place, 'expression')
  return (
    <CompletingInput
      mono
      label={label}
      value={text}
      onChange={type}
      complete={(typed, caret) => completionsAt(typed, caret, scope)}
      faulty={faulty}
      first={first}
      placeholder="$user != null"
    />
  )
}

const Rows = ({ label, place, address, query, first }: ConditionBuilderProps & { first: boolean }) => {
  const { set } = useWriting(place)
  const group = readCondition(place.value)
  const write = (next: ConditionGroup) => writeCondition(next) ?? invalid('')
  return (
    <GroupRows
      label={label}
      group={group}
      address={address}
      query={query}
      first={first}
      field={place.field}
      onChange={(next) => set(write(next))}
      commandFor={(next) => place.write(write(next))}
    />
  )
}

interface GroupRowsProps {
  label: string
  group: ConditionGroup
  address: string
  query: boolean
  first: boolean
  field: string
  onChange: (group: ConditionGroup) => void
  /** The command that writes the whole condition with this group changed. */
  commandFor: (group: ConditionGroup) => ReturnType<FieldPlace['write']>
}

const blank: ConditionTest = { kind: 'test', left: invalid(''), operator: '==', right: invalid('') }

/** A row of a new group: it holds for nobody until it is filled. */
const never: ConditionTest = {
  kind: 'test',
  left: { kind: 'boolean', start: -1, end: -1, value: false },
  operator: null,
  right: null,
}

const GroupRows = ({ label, group, address, query, first, field, onChange, commandFor }: GroupRowsProps) => {
  /** How many rows there were when another was asked for: it is written once it is filled. */
  const [asked, setAsked] = useState<number | null>(null)
  const parts = group.parts.length === 0 || asked === group.parts.length ? [...group.parts, blank] : group.parts
  const replaced = (index: number, part: Condition): ConditionGroup => ({
    ...group,
    parts: parts.map((old, at) => (at === index ? part : old)),
  })
  const without = (index: number) => ({ ...group, parts: parts.filter((_, at) => at !== index) })
  return (
    <div className="grid gap-2">
      {parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row is its place in the group
        <div key={index} className="grid gap-2">
          {index > 0 && (
            <Select
              bare
              label={`How row ${index + 1} of ${label} is joined`}
              className="w-20"
              value={group.join}
              options={[
                { value: '&&', label: 'AND' },
                { value: '||', label: 'OR' },
              ]}
              onChange={(join) => onChange({ ...group, join: join === '||' ? '||' : '&&' })}
            />
          )}
          {part.kind === 'group' ? (
            <div className="rounded-md border border-line bg-canvas p-2">
              <GroupRows
                label={`${label}, group ${index + 1}`}
                group={part}
                address={address}
                query={query}
                first={false}
                field={`${field}(${index}`}
                onChange={(next) => onChange(next.parts.length === 0 ? without(index) : replaced(index, next))}
                commandFor={(next) => commandFor(replaced(index, next))}
              />
            </div>
          ) : (
            <TestRow
              label={index === 0 ? label : `${label} ${index + 1}`}
              test={part}
              address={address}
              query={query}
              first={first && index === 0}
              field={`${field}(${index}`}
              onChange={(next) => onChange(next === null ? without(index) : replaced(index, next))}
              commandFor={(next) => commandFor(replaced(index, next))}
            />
          )}
        </div>
      ))}
      <div className="flex gap-1">
        <Button look="quiet" size="sm" onClick={() => setAsked(group.parts.length)}>
          <Plus size={14} aria-hidden /> Condition
        </Button>
        <Button
          look="quiet"
          size="sm"
          onClick={() =>
            onChange({ ...group, parts: [...group.parts, { kind: 'group', join: '||', parts: [never, never] }] })
          }
        >
          <FolderPlus size={14} aria-hidden /> Group
        </Button>
      </div>
    </div>
  )
}

interface TestRowProps {
  label: string
  test: ConditionTest
  address: string
  query: boolean
  first: boolean
  field: string
  onChange: (test: ConditionTest | null) => void
  commandFor: (test: ConditionTest) => ReturnType<FieldPlace['write']>
}

const TestRow = ({ label, test, address, query, first, field, onChange, commandFor }: TestRowProps) => {
  const { operator } = test
  const side = (name: 'left' | 'right'): FieldPlace => ({
    field: `${field}.${name}`,
    value: emptyToNull(test[name]),
    write: (value) => commandFor({ ...test, [name]: value ?? invalid('') }),
  })
  const choose = (next: string) => {
    if (next === 'holds') return onChange({ ...test, operator: null, right: null })
    const operator = comparisons.find(({ value }) => value === next)?.value ?? '=='
    onChange({ ...test, operator, right: test.right ?? nullValue, left: emptyToNull(test.left) ?? nullValue })
  }
  const toggleNull = () => {
    if (operator === null) return
    const plain = plainOperator(operator)
    onChange({ ...test, operator: ignoresNull(operator) ? plain : (`${plain}?` as BinaryOperator) })
  }
  return (
    <div className="grid gap-1.5 rounded-md border border-line p-2">
      <FilteredValue
        label={`${label}: left`}
        place={side('left')}
        address={address}
        first={first}
        preferred={query ? 'expression' : 'var'}
      />
      <div className="flex items-center gap-1.5">
        <Select
          bare
          label={`${label}: comparison`}
          className="min-w-0 flex-1"
          value={operator === null ? 'holds' : plainOperator(operator)}
          options={[
            ...comparisons.filter((known) => query || known.query !== true),
            { value: 'holds', label: 'is true' },
          ]}
          onChange={choose}
        />
        {query && operator !== null && (
          <label className="flex cursor-pointer items-center gap-1.5 text-xs text-muted">
            <input type="checkbox" checked={ignoresNull(operator)} onChange={toggleNull} className="accent-accent" />{' '}
            ignore if null
          </label>
        )}
        <Button look="quiet" size="sm" icon aria-label={`Remove ${label}`} onClick={() => onChange(null)}>
          <X size={14} aria-hidden />
        </Button>
      </div>
      {operator !== null && <FilteredValue label={`${label}: right`} place={side('right')} address={address} />}
    </div>
  )
}

const nullValue: Expression = { kind: 'null', start: -1, end: -1 }

const emptyToNull = (value: Expression | null): Expression | null =>
  value?.kind === 'invalid' && value.text === '' ? null : value
