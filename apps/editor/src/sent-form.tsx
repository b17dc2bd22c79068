'use client'
import { Alert, Button } from '@cairn/ui'
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
  /** Where the button stands: across the form, at its beginning or its end. */
  button?: 'wide' | 'start' | 'end'
  className?: string
  children: ReactNode
}

const BUTTONS = { wide: 'mt-2', start: 'justify-self-start', end: 'justify-self-end' } as const

/** Fields that are sent together: what went wrong stands above them, and the button waits for the answer. */
export const SentForm = <Data, Sent>(props: SentFormProps<Data, Sent>) => {
  const { sending, read, action, button = 'wide', className = '', children } = props
  return (
    <form
      className={`grid gap-4 ${className}`}
      onSubmit={(event) => {
        event.preventDefault()
        sending.mutate(read(new FormData(event.currentTarget)))
      }}
    >
      {sending.error !== null && <Alert>{explain(sending.error)}</Alert>}
      {children}
      <Button type="submit" busy={sending.isPending} className={BUTTONS[button]}>
        {action}
      </Button>
    </form>
  )
}
