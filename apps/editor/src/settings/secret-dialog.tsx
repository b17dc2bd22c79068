'use client'
import { Dialog } from '@cairn/ui'
import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { SentForm } from '../sent-form.tsx'
import { SecretOnce } from './secret-once.tsx'

export interface SecretDialogProps<Data, Sent> {
  title: string
  lead: string
  making: UseMutationResult<Data, Error, Sent>
  read: (form: FormData) => Sent
  action: string
  /** What was made: it is shown this once. */
  made: (data: Data) => { title: string; lead: string; text: string; label: string }
  onClose: () => void
  children: ReactNode
}

/** A form that makes a secret, and then shows it once. */
export const SecretDialog = <Data, Sent>(props: SecretDialogProps<Data, Sent>) => {
  const { title, lead, making, read, action, made, onClose, children } = props
  if (making.data !== undefined) {
    const secret = made(making.data)
    return (
      <Dialog open onOpenChange={onClose} title={secret.title} lead={secret.lead}>
        <SecretOnce text={secret.text} label={secret.label} onDone={onClose} />
      </Dialog>
    )
  }
  return (
    <Dialog open onOpenChange={onClose} title={title} lead={lead}>
      <SentForm sending={making} read={read} action={action} button="end">
        {children}
      </SentForm>
    </Dialog>
  )
}
