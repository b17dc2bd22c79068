'use client'
import { Alert, Button, CopyButton } from '@cairn/ui'
import { useMutation } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useState } from 'react'
import { FieldInput } from './field-input.tsx'
import type { Operation } from './operations.ts'
import { curlOf, FieldError, sendRequest, tryRequest, type FieldValues, type TryAnswer } from './try-request.ts'

const CODE = 'max-h-96 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs whitespace-pre-wrap break-all'

/** The inputs of an endpoint, what is sent as curl, and what came back. It is a real request: what it writes is written. */
export const TryForm = ({ operation, base, token }: { operation: Operation; base: string; token: string }) => {
  const [values, setValues] = useState<FieldValues>({})
  const send = useMutation({ mutationFn: async () => sendRequest(tryRequest(operation, base, values, token)) })
  const curl = curlFor(operation, base, values, token)
  return (
    <form
      className="grid gap-4 border-t border-line px-4 py-4"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      {operation.fields.length === 0 && <p className="text-sm text-muted">It takes no input.</p>}
      {operation.fields.map((field) => {
        const value = values[field.name]
        return (
          <FieldInput
            key={`${field.place} ${field.name}`}
            field={field}
            value={typeof value === 'string' ? value : ''}
            onChange={(next) => setValues({ ...values, [field.name]: next })}
          />
        )
      })}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" size="sm" busy={send.isPending}>
          <Send size={14} aria-hidden /> Send
        </Button>
        {operation.secured && token === '' && (
          <span className="text-sm text-muted">It asks for a token; without one it answers 401.</span>
        )}
      </div>
      {send.error !== null && <Alert>{reason(send.error)}</Alert>}
      {send.data !== undefined && <Answer of={operation.id} {...send.data} />}
      <section aria-label={`${operation.id} as curl`}>
        <div className="mb-1 flex items-center gap-1">
          <h3 className="text-sm font-medium">curl</h3>
          {curl.text !== null && <CopyButton size="sm" text={curl.text} label="curl command" />}
        </div>
        {curl.text === null ? (
          <p className="text-sm text-muted">{curl.problem}</p>
        ) : (
          <pre tabIndex={0} className={CODE}>
            {curl.text}
          </pre>
        )}
      </section>
    </form>
  )
}

const Answer = ({ of, status, ms, body }: TryAnswer & { of: string }) => (
  <section aria-label={`Answer of ${of}`} aria-live="polite">
    <div className="mb-1 flex items-center gap-3">
      <h3 className="text-sm font-medium">Answer</h3>
      <span
        className={`rounded-sm px-1.5 py-0.5 text-xs font-semibold ${status < 400 ? 'bg-accent-soft text-accent' : 'bg-danger-soft text-danger'}`}
      >
        {status}
      </span>
      <span className="text-xs text-muted tabular-nums">{Math.round(ms)} ms</span>
    </div>
    <pre tabIndex={0} className={CODE}>
      {body === '' ? '(empty)' : body}
    </pre>
  </section>
)

function curlFor(operation: Operation, base: string, values: FieldValues, token: string) {
  try {
    const request = tryRequest(operation, base, values, token === '' ? '' : '<token>')
    return { text: curlOf(request), problem: null }
  } catch (error) {
    if (error instanceof FieldError) return { text: null, problem: error.message }
    throw error
  }
}

const reason = (error: Error): string =>
  error instanceof FieldError
    ? error.message
    : 'No answer came. Check that Cairn is running and can be reached from here.'
