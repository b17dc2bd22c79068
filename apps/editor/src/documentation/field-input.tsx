'use client'
import { useId } from 'react'
import type { OperationField } from './operations.ts'

export interface FieldInputProps {
  field: OperationField
  value: string
  onChange: (value: string | File) => void
}

const BOX = 'w-full rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink'

/** What a form asks for one input with. */
export const FieldInput = ({ field, value, onChange }: FieldInputProps) => {
  const id = useId()
  const { name, required, type, description, place } = field
  return (
    <div className="grid items-start gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
      <div className="grid sm:pt-1.5">
        <label htmlFor={id} className="text-sm font-medium break-all">
          {name}
          {required && (
            <>
              <span aria-hidden className="text-danger">
                {' '}
                *
              </span>
              <span className="sr-only"> (required)</span>
            </>
          )}
        </label>
        <span className="text-xs text-muted">
          {type}
          {place === 'body' ? '' : `, in the ${place}`}
        </span>
      </div>
      <div className="grid gap-1">
        <Box id={id} field={field} value={value} onChange={onChange} />
        {description !== '' && <span className="text-xs text-muted">{description}</span>}
      </div>
    </div>
  )
}

const Box = ({ id, field: { kind, choices }, value, onChange }: FieldInputProps & { id: string }) => {
  if (kind === 'file') {
    return (
      <input id={id} type="file" onChange={({ target }) => onChange(target.files?.[0] ?? '')} className="text-sm" />
    )
  }
  if (kind === 'choice' || kind === 'flag') {
    return (
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)} className={`h-9 ${BOX}`}>
        <option value="">Not sent</option>
        {(kind === 'flag' ? ['true', 'false'] : choices).map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    )
  }
  if (kind === 'json') {
    return (
      <textarea
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        rows={3}
        placeholder="JSON"
        spellCheck={false}
        className={`py-1.5 font-mono ${BOX}`}
      />
    )
  }
  return (
    <input
      id={id}
      type={kind === 'password' ? 'password' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      autoComplete="off"
      spellCheck={false}
      className={`h-9 ${BOX}`}
    />
  )
}
