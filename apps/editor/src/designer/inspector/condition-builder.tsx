'use client'
import { print, type BinaryOperator, type Expression } from '@cairn/language'
import { Button, Select } from '@cairn/ui'
import { FolderPlus, Plus } from 'lucide-react'
import { useState } from 'react'
import { invalid } from '../engine/nodes.ts'
import { RemoveButton } from '../remove-button.tsx'
import {
  comparisons,
  ignoresNull,
  otherJoin,
  plainOperator,
  readCondition,
  writeCondition,
  type Condition,
  type ConditionGroup,
  type ConditionTest,
} from '../value/condition.ts'
import { preferredMode } from '../value/value-mode.ts'
import { AsText } from './as-text.tsx'
import { EitherWay } from './either-way.tsx'
import { FilteredValue } from './filtered-value.tsx'
import { useWriting, type FieldPlace } from './use-field.ts'
import { useScope } from './use-scope.ts'

export interface ConditionBuilderProps {
  label: string
  place: FieldPlace
  address: string
  /** A condition of a query, which can also search and compares columns. */
  query: boolean
  first?: boolean
}

/** A condition as rows, or as an expression; switching loses nothing. */
export const ConditionBuilder = ({ label, place, address, query, first = false }: ConditionBuilderProps) => (
  <EitherWay
    label={label}
    fits={place.value?.kind !== 'invalid' || place.value.text === ''}
    fields={<Rows label={label} place={place} address={address} query={query} first={first} />}
    expression={<AsText parameter={{ label }} place={place} address={address} first={first} />}
  />
)

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
      inCondition={place.context === 'condition'}
      first={first}
      field={place.field}
      onChange={(next) => set(write(next))}
      commandFor={(next) => place.write(write(next))}
    />
  )
}

interface GroupRowsProps {
  label: string
  /** Whether it is read as a condition, where `~` asks for a match. */
  inCondition: boolean
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

const GroupRows = ({ label, group, onChange, commandFor, ...around }: GroupRowsProps) => {
  const { address, query, inCondition, first, field } = around
  /** What was asked for behind how many rows: it is written once it is filled. */
  const [asked, setAsked] = useState<{ behind: number; part: Condition } | null>(null)
  const pending = asked?.behind === group.parts.length ? asked.part : group.parts.length === 0 ? blank : null
  const parts = pending === null ? group.parts : [...group.parts, pending]
  const ask = (part: Condition) => setAsked({ behind: group.parts.length, part })
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
                inCondition={inCondition}
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
              inCondition={inCondition}
              first={first && index === 0}
              field={`${field}(${index}`}
              onChange={(next) => onChange(next === null ? without(index) : replaced(index, next))}
              commandFor={(next) => commandFor(replaced(index, next))}
            />
          )}
        </div>
      ))}
      <div className="flex gap-1">
        <Button look="quiet" size="sm" onClick={() => ask(blank)}>
          <Plus size={14} aria-hidden /> Condition
        </Button>
        <Button look="quiet" size="sm" onClick={() => ask({ kind: 'group', join: otherJoin(group.join), parts: [] })}>
          <FolderPlus size={14} aria-hidden /> Group
        </Button>
      </div>
    </div>
  )
}

interface TestRowProps {
  label: string
  inCondition: boolean
  test: ConditionTest
  address: string
  query: boolean
  first: boolean
  field: string
  onChange: (test: ConditionTest | null) => void
  commandFor: (test: ConditionTest) => ReturnType<FieldPlace['write']>
}

const TestRow = ({ label, test, onChange, commandFor, ...around }: TestRowProps) => {
  const { address, query, inCondition, first, field } = around
  const { operator } = test
  const { names } = useScope(address)
  const left = emptyToNull(test.left)
  const compared = left === null ? undefined : names.find(({ path }) => path === print(left))
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
        preferred={query ? 'column' : 'var'}
      />
      <div className="flex items-center gap-1.5">
        <Select
          bare
          label={`${label}: comparison`}
          className="min-w-0 flex-1"
          value={operator === null ? 'holds' : plainOperator(operator)}
          options={[
            ...comparisons.filter(({ only }) => only === undefined || query || (only === 'condition' && inCondition)),
            { value: 'holds', label: 'is true' },
          ]}
          onChange={choose}
        />
        {operator !== null && (
          <label className="flex cursor-pointer items-center gap-1.5 text-xs text-muted">
            <input type="checkbox" checked={ignoresNull(operator)} onChange={toggleNull} className="accent-accent" />{' '}
            ignore if null
          </label>
        )}
        <RemoveButton label={`Remove ${label}`} onRemove={() => onChange(null)} />
      </div>
      {operator !== null && (
        <FilteredValue
          label={`${label}: right`}
          place={side('right')}
          address={address}
          preferred={preferredMode(compared?.type ?? '')}
          values={compared?.values ?? []}
        />
      )}
    </div>
  )
}

const nullValue: Expression = { kind: 'null', start: -1, end: -1 }

const emptyToNull = (value: Expression | null): Expression | null =>
  value?.kind === 'invalid' && value.text === '' ? null : value
