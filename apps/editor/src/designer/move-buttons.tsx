import { Button } from '@cairn/ui'
import { ArrowDown, ArrowUp } from 'lucide-react'

export interface MoveButtonsProps {
  /** What is moved. */
  name: string
  /** Null at the end of the list. */
  onUp: (() => void) | null
  onDown: (() => void) | null
}

/** Moves a line of a list by one. */
export const MoveButtons = ({ name, onUp, onDown }: MoveButtonsProps) => (
  <>
    <Button
      look="quiet"
      size="sm"
      icon
      aria-label={`Move ${name} up`}
      disabled={onUp === null}
      onClick={() => onUp?.()}
    >
      <ArrowUp size={14} aria-hidden />
    </Button>
    <Button
      look="quiet"
      size="sm"
      icon
      aria-label={`Move ${name} down`}
      disabled={onDown === null}
      onClick={() => onDown?.()}
    >
      <ArrowDown size={14} aria-hidden />
    </Button>
  </>
)
