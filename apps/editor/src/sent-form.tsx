'use client'
import { Alert, Button, DialogActions } from '@cairn/ui'
import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { explain } from './api.ts'

export interface SentFormProps<Data, Sent> {
  /** Sends what was filled in; the form shows how that stands. */
  sending: UseMutationResult<Data, Error, Sent>
  /** What is sent of the fields. */
  read: (form: FormData) => Sent
  /** What the button says. */
  action: string
  look?: 'primary' | 'danger'
  /** Where the button stands: across the form, at its beginning, or at the foot of a dialog. */
  button?: 'wide' | 'start' | 'end'
  disabled?: boolean
  /** What stands in one line with the button: before it at the foot of a dialog, else after it. */
  beside?: ReactNode
  onChange?: () => void
  className?: string
  children: ReactNode
}

const LINES = { wide: 'mt-2 grid gap-2', start: 'flex items-center gap-3' } as const

/** Fields that are sent together: what went wrong stands above them, and the button waits for the answer. */
export const SentForm = <Data, Sent>(props: SentFormProps<Data, Sent>) => {
  const { sending, read, action, look = 'primary', button = 'wide', disabled = false, beside } = props
  const { onChange, className = '', children } = props
  const send = (
    <Button type="submit" look={look} busy={sending.isPending} disabled={disabled}>
      {action}
    </Button>
  )
  return (
    <form
      className={`grid grid-cols-1 gap-4 ${className}`}
      onChange={onChange}
      onSubmit={(event) => {
        event.preventDefault()
        sending.mutate(read(new FormData(event.currentTarget)))
      }}
    >
      {sending.error !== null && <Alert>{explain(sending.error)}</Alert>}
      {children}
      {button === 'end' ? (
        <DialogActions>
          {beside}
          {send}
        </DialogActions>
      ) : (
        <div className={LINES[button]}>
          {send}
          {beside}
        </div>
      )}
    </form>
  )
}
