'use client'
import { clauseAt, clauses, statementAt, type Expression, type Statement } from '@cairn/language'
import type { Parameter } from '@cairn/statements'
import { Button, Menu, Tabs } from '@cairn/ui'
import { Ellipsis, Plus, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { StatementInfo } from '../../definitions/definitions.ts'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { addClause, removeClause } from '../engine/commands/clauses.ts'
import { setArgument, setHead, type HeadPart } from '../engine/commands/edit.ts'
import { ownerOf } from '../engine/commands/move.ts'
import { nameOf } from '../engine/document.ts'
import { newClause } from '../engine/new-statement.ts'
import { problemsOf } from '../engine/problems.ts'
import { argumentOf } from '../engine/summary.ts'
import { useActionEntries } from '../use-action-entries.ts'
import { StatementIcon } from '../statement-icon.tsx'
import { ConditionBuilder } from './condition-builder.tsx'
import { controls } from './controls.tsx'
import { DescriptionField, OutputField } from './common-fields.tsx'
import { FilteredValue } from './filtered-value.tsx'
import type { FieldPlace } from './use-field.ts'

/** The fields of what is selected, made from its definition. */
export const Inspector = () => {
  const { catalogue, setPanel } = useDesigner()
  const object = useDesignerState((state) => state.document.object)
  const address = useDesignerState((state) => state.selection.at(-1)) ?? ''
  const statement = statementAt(object?.body ?? null, address)
  const clause = statement === null && address !== '' ? clauseAt(object?.body ?? null, address) : null
  const info = statement === null ? undefined : catalogue.statement(statement.name)
  return (
    <section data-inspector aria-label="Inspector" className="flex h-full min-h-0 flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-3">
        {statement !== null && <StatementIcon info={info} />}
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          {info?.label ?? statement?.name ?? clause?.name ?? 'Inspector'}
        </h2>
        {statement !== null && <StatementMenu />}
        <Button look="quiet" size="sm" icon aria-label="Close the inspector" onClick={() => setPanel(null)}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-3 py-4" key={address}>
        {statement !== null && <StatementFields address={address} statement={statement} info={info} />}
        {clause !== null && <ClauseFields block={address} clause={clause} />}
        {statement === null && clause === null && (
          <p className="py-10 text-center text-sm text-muted">Select a row to see its fields, or press A to add one.</p>
        )}
      </div>
    </section>
  )
}

const StatementMenu = () => {
  const entries = useActionEntries()
  return (
    <Menu
      trigger={
        <Button look="quiet" size="sm" icon aria-label="More">
          <Ellipsis size={16} aria-hidden />
        </Button>
      }
      entries={entries}
    />
  )
}

const StatementFields = ({
  address,
  statement,
  info,
}: {
  address: string
  statement: Statement
  info: StatementInfo | undefined
}) => {
  const heads: HeadPart[] = ['target', 'subject', 'condition']
  const table = info?.target?.kind === 'table' ? nameOf(statement.target) : nameOf(argumentOf(statement, 'table'))
  const fields = [
    ...heads.flatMap((part) => (info?.[part] === undefined ? [] : [headField(address, statement, part, info[part])])),
    ...Object.entries(info?.args ?? {})
      .map(([name, parameter]) => argumentField(address, statement, name, parameter))
      .filter(({ parameter, place }) => parameter.older !== true || place.value !== null),
  ]
  const tabs = [...new Set(fields.flatMap(({ parameter }) => parameter.tab ?? []))]
  const listed = (shown: readonly ShownField[]) =>
    shown.map(({ parameter, place }) => (
      <ParameterField
        key={place.field}
        parameter={parameter}
        place={place}
        address={address}
        first={place === fields[0]?.place}
        table={table}
      />
    ))
  return (
    <div className="grid grid-cols-1 gap-4">
      {info !== undefined && <p className="text-sm text-muted">{info.help}</p>}
      {info?.unavailable !== undefined && (
        <p className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning">{info.unavailable}</p>
      )}
      <ProblemList address={address} />
      <DescriptionField address={address} statement={statement} />
      {listed(fields.filter(({ parameter }) => parameter.tab === undefined))}
      {tabs.length > 0 && (
        <FieldTabs
          tabs={tabs.map((tab) => {
            const own = fields.filter(({ parameter }) => parameter.tab === tab)
            return { tab, given: own.filter(({ place }) => place.value !== null).length, content: listed(own) }
          })}
        />
      )}
      {info?.clauses !== undefined && <ClauseList address={address} statement={statement} info={info} />}
      {(info?.result !== undefined || statement.as !== null) && <OutputField address={address} statement={statement} />}
    </div>
  )
}

/** The fields of a statement that has many, in tabs; each tells how many of its fields are given. */
const FieldTabs = ({ tabs }: { tabs: readonly { tab: string; given: number; content: ReactNode }[] }) => {
  const [shown, setShown] = useState(tabs[0]?.tab ?? '')
  return (
    <Tabs
      label="Fields"
      value={shown}
      dense
      tabs={tabs.map(({ tab, given, content }) => ({
        value: tab,
        label: given === 0 ? tab : `${tab} (${given})`,
        content: <div className="grid grid-cols-1 gap-4">{content}</div>,
      }))}
      onChange={setShown}
    />
  )
}

interface ShownField {
  parameter: Parameter
  place: FieldPlace
}

function headField(address: string, statement: Statement, part: HeadPart, parameter: Parameter): ShownField {
  const value = statement[part]
  const shown = value?.kind === 'invalid' && value.text === '' ? null : value
  const empty = (): Expression => ({ kind: 'invalid', start: -1, end: -1, text: '' })
  const condition = parameter.type === 'bool' || part === 'condition'
  return {
    parameter,
    place: {
      field: `${address}/${part}`,
      value: shown,
      write: (next) => setHead(address, part, next ?? (part === 'target' ? null : empty())),
      context: condition ? 'condition' : 'value',
    },
  }
}

function argumentField(address: string, statement: Statement, name: string, parameter: Parameter): ShownField {
  const write = (next: Expression | null) => setArgument(address, name, next)
  return { parameter, place: { field: `${address}/${name}`, value: argumentOf(statement, name), write } }
}

interface ParameterFieldProps extends ShownField {
  address: string
  first: boolean
  table: string
}

const ParameterField = ({ parameter, place, address, first, table }: ParameterFieldProps) => {
  const Control = controls[parameter.kind]
  return (
    <div className="grid grid-cols-1 gap-1.5" role="group" aria-label={parameter.label}>
      <div className="flex items-baseline gap-2">
        <span className="text-sm font-medium">{parameter.label}</span>
        {parameter.required && <span className="text-xs text-muted">required</span>}
      </div>
      <Control parameter={parameter} place={place} address={address} first={first} table={table} />
      <p className="text-xs text-muted">{parameter.help}</p>
    </div>
  )
}

const ClauseList = ({ address, statement, info }: { address: string; statement: Statement; info: StatementInfo }) => {
  const { designer } = useDesigner()
  const object = useDesignerState((state) => state.document.object)
  const order = Object.keys(info.clauses ?? {})
  const present = clauses(statement.body)
  const addable = Object.entries(info.clauses ?? {}).filter(
    ([name, { many }]) => many === true || !present.some(({ clause }) => clause.name === name),
  )
  return (
    <div className="grid gap-3">
      {present.map(({ step, clause }) => (
        <ClauseField
          key={step}
          block={`${address}.${step}`}
          clause={clause}
          label={info.clauses?.[clause.name]?.label ?? clause.name}
        />
      ))}
      <div className="flex flex-wrap gap-1">
        {addable.map(([name, { label }]) => (
          <Button
            key={name}
            look="outline"
            size="sm"
            onClick={() => object !== null && designer.run(addClause(address, newClause(name, info, object), order))}
          >
            <Plus size={14} aria-hidden /> {label}
          </Button>
        ))}
      </div>
    </div>
  )
}

const ClauseFields = ({ block, clause }: { block: string; clause: Statement }) => {
  const { designer } = useDesigner()
  return (
    <div className="grid grid-cols-1 gap-4">
      <ProblemList address={block} />
      <ClauseField block={block} clause={clause} label={clause.name} first />
      {ownerOf(block) !== null && (
        <Button look="outline" size="sm" className="w-fit" onClick={() => designer.run(removeClause(block))}>
          Remove this block
        </Button>
      )}
    </div>
  )
}

/** What stands in the parentheses of a block, or the name it gives to each element. */
const ClauseField = ({
  block,
  clause,
  label,
  first = false,
}: {
  block: string
  clause: Statement
  label: string
  first?: boolean
}) => {
  if (clause.as !== null) return <OutputField address={block} statement={clause} label="Each element is" />
  if (clause.subject === null) return null
  const empty = clause.subject.kind === 'invalid' && clause.subject.text === ''
  const write = (next: Expression | null) =>
    setHead(block, 'subject', next ?? { kind: 'invalid', start: -1, end: -1, text: '' })
  const place: FieldPlace = { field: `${block}/subject`, value: empty ? null : clause.subject, write }
  return (
    <div className="grid gap-1.5">
      <span className="text-sm font-medium">{label}</span>
      {clause.name === 'case' ? (
        <FilteredValue label={label} place={place} address={ownerOf(block) ?? block} first={first} />
      ) : (
        <ConditionBuilder
          label={label}
          place={{ ...place, context: 'condition' }}
          address={ownerOf(block) ?? block}
          query={false}
          first={first}
        />
      )}
    </div>
  )
}

const ProblemList = ({ address }: { address: string }) => {
  const { catalogue } = useDesigner()
  const document = useDesignerState((state) => state.document)
  const unfinished = useDesignerState((state) => state.unfinished)
  const own = problemsOf(document, unfinished, catalogue).filter((problem) => problem.address === address)
  if (own.length === 0) return null
  return (
    <ul className="grid gap-1 rounded-md bg-danger-soft px-3 py-2 text-sm text-danger">
      {own.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  )
}
