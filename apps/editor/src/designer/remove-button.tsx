import { Button } from '@cairn/ui'
import { X } from 'lucide-react'

/** Takes a line out of a list. `label` says what is taken out, and is all there is to read. */
export const RemoveButton = ({ label, onRemove }: { label: string; onRemove: () => void }) => (
  <Button look="quiet" size="sm" icon aria-label={label} onClick={onRemove}>
    <X size={14} aria-hidden />
  </Button>
)
