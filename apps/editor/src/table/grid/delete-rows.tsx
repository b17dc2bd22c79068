'use client'
import { ConfirmDialog } from '../../settings/confirm-dialog.tsx'
import type { Key } from './rows.ts'
import type { useRowWindow } from './use-row-window.ts'

export interface DeleteRowsProps {
  keys: Key[]
  remove: ReturnType<typeof useRowWindow>['remove']
  onDeleted: () => void
  onClose: () => void
}

/** Asks before more than one row is deleted. */
export const DeleteRows = ({ keys, remove, onDeleted, onClose }: DeleteRowsProps) => (
  <ConfirmDialog
    title={`Delete ${keys.length.toLocaleString()} rows?`}
    lead="They are gone for good, here and for every endpoint."
    action="Delete"
    busy={remove.isPending}
    error={remove.error}
    onConfirm={() => remove.mutate(keys, { onSuccess: onDeleted })}
    onClose={onClose}
  />
)
