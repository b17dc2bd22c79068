'use client'
import { Alert, Button, Dialog, DialogActions } from '@cairn/ui'
import type { ReactNode } from 'react'
import { explain } from '../api.ts'

export interface ConfirmDialogProps {
  title: string
  /** What it leads to. */
  lead: string
  /** What the button that does it says. */
  action: string
  /** `primary` where nothing is lost. */
  look?: 'danger' | 'primary'
  busy: boolean
  /** Whether it can not be done yet. */
  disabled?: boolean
  error: Error | null
  onConfirm: () => void
  onClose: () => void
  /** What it leads to, where a sentence does not say it. */
  children?: ReactNode
}

/** Asks before what reaches far. */
export const ConfirmDialog = ({
  title,
  lead,
  action,
  look = 'danger',
  busy,
  disabled = false,
  error,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) => (
  <Dialog open onOpenChange={onClose} title={title} lead={lead}>
    <div className="grid grid-cols-1 gap-4">
      {error !== null && <Alert>{explain(error)}</Alert>}
      {children}
      <DialogActions>
        <Button look="outline" onClick={onClose}>
          Cancel
        </Button>
        <Button look={look} busy={busy} disabled={disabled} onClick={onConfirm}>
          {action}
        </Button>
      </DialogActions>
    </div>
  </Dialog>
)
