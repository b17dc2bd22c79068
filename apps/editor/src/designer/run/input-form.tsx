'use client'
import type { Field } from '@cairn/language'
import { Segments } from '@cairn/ui'
import { useId, useState } from 'react'
import { controlOf, readInput, shownInput, typedInput, writeInput, type Input } from './input-text.ts'

export interface InputFormProps {
  fields: readonly Field[]
  input: Input
  onChange: (input: Input) => void
  /** Told whether what is typed as JSON can be read. */
  onReadable: (readable: boolean) => void
  /** How often the input was filled in by something else than its controls, which then begin anew. */
  filled?: number
  /** Fields whose values were masked, and are asked for. */
  masked?: readonly string[]
}

const NONE: readonly string[] = []

const MODES = [
  { value: 'form', label: 'Form' },
  { value: 'json', label: 'JSON' },
] as const

/** The input of a run: a control for each field, or one JSON text. */
export const InputForm = (props: InputFormProps) => {
  const [mode, setMode] = useState<'form' | 'json'>(props.fields.length === 0 ? 'json' : 'form')
  return (
    <section aria-label="Input" className="grid gap-2">
      <div className="flex items-center">
        <h3 className="flex-1 text-sm font-semibold">Input</h3>
        {props.fields.length > 0 && (
          <Segments label="How it is typed" value={mode} segments={MODES} onChange={setMode} />
        )}
      </div>
      {mode === 'json' ? <JsonInput key={props.filled} {...props} /> : <FieldInputs key={props.filled} {...props} />}
    </section>
  )
}

const JsonInput = ({ input, onChange, onReadable }: InputFormProps) => {
  const [typed, setTyped] = useState(() => writeInput(input))
  return (
    <textarea
      aria-label="Input as JSON"
      rows={6}
      spellCheck={false}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        const read = readInput(event.target.value)
        onReadable(read !== null)
        if (read !== null) onChange(read)
      }}
      className="rounded-md border border-line-strong bg-surface px-2 py-1.5 font-mono text-xs"
    />
  )
}

const FieldInputs = ({ fields, input, onChange, masked = NONE }: InputFormProps) => {
  const change = (field: Field, typed: string) => {
    const { [field.name]: _, ...others } = input
    const value = typedInput(field, typed)
    onChange(value === undefined ? others : { ...others, [field.name]: value })
  }
  return (
    <div className="grid gap-2">
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={input[field.name]}
          masked={masked.includes(field.name)}
          onChange={(typed) => change(field, typed)}
        />
      ))}
    </div>
  )
}

interface FieldInputProps {
  field: Field
  value: unknown
  masked: boolean
  onChange: (typed: string) => void
}

const LOOK = 'w-full rounded-md border border-line-strong bg-surface px-2 text-sm'

const FieldInput = ({ field, value, masked, onChange }: FieldInputProps) => {
  const id = useId()
  const control = controlOf(field)
  const type = field.list === null ? field.type : `${field.type}[]`
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="flex items-baseline gap-1.5 text-sm font-medium">
        {field.name}{' '}
        <span className="font-mono text-xs font-normal text-muted">
          {type}
          {field.optional ? ', optional' : ''}
        </span>
      </label>
      {control === 'json' && <JsonField id={id} value={shownInput(field, value)} onChange={onChange} />}
      {control === 'bool' && (
        <select
          id={id}
          value={shownInput(field, value)}
          onChange={(event) => onChange(event.target.value)}
          className={`${LOOK} h-8`}
        >
          <option value="">Left out</option>
          <option value="true">true</option>
          <option value="false">false</option>
        </select>
      )}
      {(control === 'text' || control === 'number') && (
        <input
          id={id}
          type={field.type === 'password' ? 'password' : 'text'}
          inputMode={control === 'number' ? 'decimal' : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={masked ? 'Masked: fill it in' : undefined}
          value={shownInput(field, value)}
          onChange={(event) => onChange(event.target.value)}
          className={`${LOOK} h-8`}
        />
      )}
    </div>
  )
}

/** Keeps what is typed while it is not JSON yet. */
const JsonField = ({ id, value, onChange }: { id: string; value: string; onChange: (typed: string) => void }) => {
  const [typed, setTyped] = useState(value)
  return (
    <textarea
      id={id}
      rows={2}
      spellCheck={false}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value)
      }}
      className={`${LOOK} py-1 font-mono text-xs`}
    />
  )
}
