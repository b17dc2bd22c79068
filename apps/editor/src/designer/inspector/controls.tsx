'use client'
import type { Expression } from '@cairn/language'
import type { Parameter, ParameterKind } from '@cairn/statements'
import { Select } from '@cairn/ui'
import dynamic from 'next/dynamic'
import { useId, type ComponentType } from 'react'
import { useDesigner, type Surroundings } from '../designer-context.tsx'
import { nameOf } from '../engine/document.ts'
import { text, variable } from '../engine/nodes.ts'
import type { Scope } from '../value/completions.ts'
import { hasOnlyEntries } from '../value/object-entries.ts'
import { preferredMode } from '../value/value-mode.ts'
import { AsText } from './as-text.tsx'
import { ConditionBuilder } from './condition-builder.tsx'
import { EitherWay } from './either-way.tsx'
import { FilteredValue } from './filtered-value.tsx'
import { ObjectRows } from './object-rows.tsx'
import { Waiting } from '../waiting.tsx'
import { useWriting, type FieldPlace } from './use-field.ts'
import { useScope } from './use-scope.ts'

export interface ControlProps {
  parameter: Parameter
  place: FieldPlace
  address: string
  first: boolean
  /** The statement's table, where it has one. */
  table: string
}

const ValueControl = (props: ControlProps) => {
  const { parameter, place, address, first } = props
  if (parameter.type === 'bool' && parameter.required) {
    return <ConditionBuilder label={parameter.label} place={place} address={address} query={false} first={first} />
  }
  if (parameter.type === 'object') return <ObjectControl {...props} />
  return (
    <FilteredValue
      label={parameter.label}
      place={place}
      address={address}
      first={first}
      preferred={preferredMode(parameter.type)}
    />
  )
}

const ObjectControl = ({ parameter, place, address, first, table }: ControlProps) => {
  const { surroundings } = useDesigner()
  const { value } = place
  return (
    <EitherWay
      label={parameter.label}
      fits={value === null || (value.kind === 'object' && hasOnlyEntries(value))}
      fields={
        <ObjectRows
          label={parameter.label}
          place={place}
          value={value?.kind === 'object' ? value : null}
          address={address}
          keys={columnNames(surroundings, table)}
        />
      }
      expression={<FilteredValue label={parameter.label} place={place} address={address} first={first} />}
    />
  )
}

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

const columnNames = ({ columns }: Surroundings, table: string): string[] =>
  (columns[table] ?? []).map(({ name }) => name)

const variableNames = ({ names }: Scope): string[] =>
  names.flatMap(({ path }) => (/^\$\w+$/.test(path) ? [path.slice(1)] : []))

const FunctionControl = (props: ControlProps) => (
  <NameControl {...props} names={useDesigner().surroundings.functions} write={text} />
)

const PlainName = (props: ControlProps) => (
  <NameControl {...props} names={columnNames(useDesigner().surroundings, props.table)} write={text} />
)

const VariableControl = (props: ControlProps) => {
  const scope = useScope(props.address)
  const { value } = props.place
  if (value !== null && value.kind !== 'variable') return <AsText {...props} />
  return <NameControl {...props} names={variableNames(scope)} write={(name) => variable(name.replace(/^\$/, ''))} />
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

/** The forms of queries are many: they are loaded with the first statement that has one. */
const QueryControl = dynamic(() => import('./query/query-control.tsx').then((module) => module.QueryControl), {
  ssr: false,
  loading: () => <Waiting />,
})

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
} satisfies Record<ParameterKind, ComponentType<ControlProps>>
