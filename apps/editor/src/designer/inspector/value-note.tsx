'use client'
import { print, statementAt, type Expression } from '@cairn/language'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import { nameOf } from '../engine/document.ts'
import { useKnown } from '../known-context.ts'
import { seenIn, stillThere } from '../value/last-run.ts'
import { useTypes } from './use-types.ts'

const PLAIN: ReadonlySet<Expression['kind']> = new Set(['text', 'number', 'boolean', 'null', 'invalid'])

export interface ValueNoteProps {
  value: Expression
  address: string
  /** `stack.2/value`. */
  field: string
}

/** What is known of a value: its type, and what it was in the last run. Of a literal there is nothing to tell. */
export const ValueNote = (props: ValueNoteProps) => (PLAIN.has(props.value.kind) ? null : <Note {...props} />)

const Note = ({ value, address, field }: ValueNoteProps) => {
  const type = useTypes(address).values.get(print(value)) ?? ''
  const run = useKnown()?.run ?? null
  const statement = useDesignerState((state) => statementAt(state.document.object?.body ?? null, address))
  const { catalogue } = useDesigner()
  const name = /^[^/]*\/(\w+)$/.exec(field)?.[1]
  const assigns = statement !== null && catalogue.statement(statement.name)?.assigns === name
  const argument = name === undefined ? null : { name, sets: assigns ? nameOf(statement?.target ?? null) : null }
  const seen = run !== null && stillThere(run, address, statement) ? seenIn(run, address, value, argument) : null
  const isKnown = type !== '' && type !== 'a value'
  if (!isKnown && seen === null) return null
  const shown = seen === null ? '' : JSON.stringify(seen.value)
  return (
    <p className="flex min-w-0 items-baseline gap-2 px-1 text-xs text-muted" data-note="">
      {isKnown && <span className="shrink-0">{type}</span>}
      {seen !== null && (
        <span className="min-w-0 truncate" title={shown}>
          last run: <code className="font-mono text-ink">{shown}</code>
        </span>
      )}
    </p>
  )
}
