'use client'
import type { QueryPart } from '@cairn/statements'
import type { ReactNode } from 'react'
import { useDesigner } from '../../designer-context.tsx'
import { hasOnlyEntries } from '../../value/object-entries.ts'
import { readSort } from '../../value/sort-rows.ts'
import { AsText } from '../as-text.tsx'
import { ConditionBuilder } from '../condition-builder.tsx'
import type { ControlProps } from '../controls.tsx'
import { EitherWay } from '../either-way.tsx'
import { FilteredValue } from '../filtered-value.tsx'
import { ObjectRows } from '../object-rows.tsx'
import { AddonsForm, fitsAddonsForm } from './addons-form.tsx'
import { ExternalForm } from './external-form.tsx'
import { JoinsForm } from './joins-form.tsx'
import { OutputForm, outputNames } from './output-form.tsx'
import { fitsReturnForm, ReturnForm } from './return-form.tsx'
import { SortForm } from './sort-form.tsx'

const isPlainObject = ({ value }: ControlProps['place']): boolean =>
  value === null || (value.kind === 'object' && hasOnlyEntries(value))

const withText = (props: ControlProps, fits: boolean, fields: ReactNode) => (
  <EitherWay label={props.parameter.label} fits={fits} fields={fields} expression={<AsText {...props} />} />
)

const Condition = ({ parameter, place, address, first }: ControlProps) => (
  <ConditionBuilder
    label={parameter.label}
    place={{ ...place, context: 'condition' }}
    address={address}
    query
    first={first}
  />
)

const Sort = (props: ControlProps) => {
  const rows = readSort(props.place.value)
  const { parameter, place, address } = props
  return withText(
    props,
    rows !== null,
    <SortForm label={parameter.label} place={place} address={address} rows={rows ?? []} />,
  )
}

const Joins = (props: ControlProps) =>
  withText(props, isPlainObject(props.place), <JoinsForm place={props.place} address={props.address} />)

const Computed = (props: ControlProps) => {
  const { parameter, place, address } = props
  const value = place.value?.kind === 'object' ? place.value : null
  return withText(
    props,
    isPlainObject(place),
    <ObjectRows label={parameter.label} place={place} value={value} address={address} keys={[]} />,
  )
}

const Return = (props: ControlProps) =>
  withText(props, fitsReturnForm(props.place), <ReturnForm place={props.place} address={props.address} />)

const Output = (props: ControlProps) => {
  const { surroundings } = useDesigner()
  const { parameter, place, table } = props
  return withText(
    props,
    outputNames(place.value) !== null,
    <OutputForm label={parameter.label} place={place} columns={surroundings.columns[table] ?? []} />,
  )
}

const Addons = (props: ControlProps) =>
  withText(props, fitsAddonsForm(props.place.value), <AddonsForm place={props.place} address={props.address} />)

const External = (props: ControlProps) =>
  withText(props, isPlainObject(props.place), <ExternalForm place={props.place} address={props.address} />)

const OnOff = ({ parameter, place, address, first }: ControlProps) => (
  <FilteredValue label={parameter.label} place={place} address={address} first={first} preferred="bool" />
)

/** What edits each part of a query. The compiler holds that none is missing. */
const parts = {
  condition: Condition,
  sort: Sort,
  joins: Joins,
  computed: Computed,
  return: Return,
  output: Output,
  addons: Addons,
  external: External,
  switch: OnOff,
} satisfies Record<QueryPart, (props: ControlProps) => ReactNode>

/** An argument that the statement reads as a tree: the form of its part, or the text where it has none. */
export const QueryControl = (props: ControlProps) => {
  const { part } = props.parameter
  const Part = part === undefined ? AsText : parts[part]
  return <Part {...props} />
}
