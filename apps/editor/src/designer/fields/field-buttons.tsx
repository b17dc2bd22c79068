'use client'
import { Button } from '@cairn/ui'
import { Pencil, Trash2 } from 'lucide-react'
import { MoveButtons } from '../move-buttons.tsx'

export interface FieldButtonsProps {
  name: string
  first: boolean
  last: boolean
  onMove: (step: -1 | 1) => void
  onEdit: () => void
  onRemove: () => void
}

/** What may be done with one field of a list. */
export const FieldButtons = ({ name, first, last, onMove, onEdit, onRemove }: FieldButtonsProps) => (
  <span className="hidden shrink-0 group-focus-within:flex group-hover:flex lg:flex lg:opacity-0 lg:group-focus-within:opacity-100 lg:group-hover:opacity-100">
    <MoveButtons name={name} onUp={first ? null : () => onMove(-1)} onDown={last ? null : () => onMove(1)} />
    <Button look="quiet" size="sm" icon aria-label={`Edit ${name}`} onClick={onEdit}>
      <Pencil size={14} aria-hidden />
    </Button>
    <Button look="quiet" size="sm" icon aria-label={`Delete ${name}`} onClick={onRemove}>
      <Trash2 size={14} aria-hidden />
    </Button>
  </span>
)
