'use client'
import type { Expression } from '@cairn/language'
import type { Parameter, ParameterKind, TypeName } from '@cairn/statements'
import { Segments, Select } from '@cairn/ui'
import { useId, useState, type ReactNode } from 'react'
import { useDesigner } from '../designer-context.tsx'
import { nameOf } from '../engine/document.ts'
import { text, variable } from '../engine/nodes.ts'
import { completionsAt } from '../value/completions.ts'
import type { ValueMode } from '../value/value-mode.ts'
import { CompletingInput } from './completing-input.tsx'
import { ConditionBuilder } from './condition-builder.tsx'
import { FilteredValue } from './filter-rows.tsx'
import { ObjectRows } from './object-rows.tsx'
import { useTyped, useWriting, type FieldPlace } from './use-field.ts'
import { useScope } from './use-scope.ts'

export interface ControlProps {
  parameter: Parameter
  place: FieldPlace
  address: string
  first: boolean
  /** The statement's table, where it has one. */
  table: string
}

const AsText = ({ parameter, place, address, first }: ControlProps) => {
  const scope = useScope(address)
  const { text: shown, type, faulty } = useTyped(place, 'expression')
  return (
    <CompletingInput
      mono
      label={parameter.label}
      value={shown}
      onChange={type}
      complete={(typed, caret) => completionsAt(typed, caret, scope)}
      faulty={faulty}
      first={first}
    />
  )
}

const ValueControl = (props: ControlProps) => {
  const { parameter, place, address, first } = props
  if (parameter.type === 'bool' && parameter.required) {
    return <ConditionBuilder label={parameter.label} place={place} address={address} query={false} first={first} />
  }
  if (parameter.type === 'object') return <ObjectControl {...props} />
  const preferred = PREFERRED[parameter.type] ?? 'expression'
  return <FilteredValue label={parameter.label} place={place} address={address} first={first} preferred={preferred} />
}

/** How an empty field of a type is typed into. */
const PREFERRED: Partial<Record<TypeName, ValueMode>> = {
  text: 'text',
  int: 'number',
  decimal: 'number',
  number: 'number',
}

const ObjectControl = ({ parameter, place, address, first, table }: ControlProps) => {
  const { surroundings } = useDesigner()
  const { value } = place
  const fits = value === null || (value.kind === 'object' && value.entries.every((item) => item.kind === 'entry'))
  const [view, setView] = useState<'rows' | 'text'>(fits ? 'rows' : 'text')
  const rows = view === 'rows' && fits
  return (
    <div className="grid gap-2">
      <Segments
        label={`${parameter.label} as`}
        value={rows ? 'rows' : 'text'}
        segments={[
          { value: 'rows', label: 'Fields' },
          { value: 'text', label: 'Expression' },
        ]}
        onChange={setView}
      />
      {rows ? (
        <ObjectRows
          label={parameter.label}
          place={place}
          value={value?.kind === 'object' ? value : null}
          address={address}
          keys={surroundings.columns[table] ?? []}
        />
      ) : (
        <FilteredValue label={parameter.label} place={place} address={address} first={first} />
      )}
    </div>
  )
}

const QueryControl = (props: ControlProps) =>
  props.parameter.type === 'bool' && props.place.field.endsWith('/where') ? (
    <ConditionBuilder
      label={props.parameter.label}
      place={{ ...props.place, context: 'condition' }}
      address={props.address}
      query
      first={props.first}
    />
  ) : (
    <AsText {...props} />
  )

/** A name that is known ahead, with those that exist offered. */
const NameControl = ({
  place,
  parameter,
  first,
  names,
  write,
}: ControlProps & { names: readonly string[]; write: (name: string) => Expression }) => {
  const id = useId()
  const { set } = useWriting(place)
  return (
    <>
      <input
        aria-label={parameter.label}
        data-field={first ? '' : undefined}
        list={id}
        value={nameOf(place.value)}
        onChange={(event) => set(write(event.target.value))}
        spellCheck={false}
        className="h-8 w-full rounded-md border border-line-strong bg-surface px-2 text-sm"
      />
      <datalist id={id}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

const TableControl = (props: ControlProps) => {
  const { surroundings } = useDesigner()
  const { set } = useWriting(props.place)
  const chosen = nameOf(props.place.value)
  const names = [...new Set([...(chosen === '' ? [] : [chosen]), ...surroundings.tables])]
  return (
    <Select
      bare
      label={props.parameter.label}
      data-field={props.first ? '' : undefined}
      value={chosen}
      options={[{ value: '', label: 'Choose a table' }, ...names.map((name) => ({ value: name, label: name }))]}
      onChange={(name) => set(text(name))}
    />
  )
}

const FunctionControl = (props: ControlProps) => (
  <NameControl {...props} names={useDesigner().surroundings.functions} write={text} />
)

const PlainName = (props: ControlProps) => (
  <NameControl {...props} names={useDesigner().surroundings.columns[props.table] ?? []} write={text} />
)

const VariableControl = (props: ControlProps) => {
  const scope = useScope(props.address)
  const { value } = props.place
  if (value !== null && value.kind !== 'variable') return <AsText {...props} />
  return <NameControl {...props} names={scope.variables} write={(name) => variable(name.replace(/^\$/, ''))} />
}

const ChoiceControl = (props: ControlProps) => {
  const { parameter, place, first } = props
  const { set } = useWriting(place)
  const value =
    place.value === null ? (typeof parameter.default === 'string' ? parameter.default : '') : nameOf(place.value)
  const values = parameter.values ?? []
  if (place.value !== null && !values.includes(value))
    return <FilteredValue label={parameter.label} place={place} address={props.address} first={first} />
  return (
    <Select
      bare
      label={parameter.label}
      data-field={first ? '' : undefined}
      value={value}
      options={values.map((known) => ({ value: known, label: known }))}
      onChange={(next) => set(text(next))}
    />
  )
}

/** What edits each kind of argument. The compiler holds that none is missing. */
export const controls = {
  value: ValueControl,
  each: ValueControl,
  query: QueryControl,
  table: TableControl,
  function: FunctionControl,
  name: PlainName,
  variable: VariableControl,
  choice: ChoiceControl,
} satisfies Record<ParameterKind, (props: ControlProps) => ReactNode>
