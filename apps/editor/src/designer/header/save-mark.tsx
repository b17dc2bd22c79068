import { Check, CloudOff, RefreshCw, TriangleAlert } from 'lucide-react'
import type { SaveState } from '../saving/autosave.ts'

const SHOWN = {
  saved: { icon: Check, text: 'Saved', tone: 'text-muted' },
  saving: { icon: RefreshCw, text: 'Saving…', tone: 'text-muted' },
  offline: { icon: CloudOff, text: 'Kept in this browser', tone: 'text-warning' },
  conflict: { icon: TriangleAlert, text: 'Changed by another', tone: 'text-danger' },
  refused: { icon: TriangleAlert, text: 'Not saved', tone: 'text-danger' },
} as const

/** Where the draft stands; said aloud when it changes. */
export const SaveMark = ({ state }: { state: SaveState }) => {
  const { icon: Icon, text, tone } = SHOWN[state.kind]
  return (
    <span
      role="status"
      className={`flex items-center gap-1.5 text-xs whitespace-nowrap ${tone}`}
      title={state.kind === 'refused' ? state.message : text}
    >
      <Icon size={14} aria-hidden />
      <span className="max-sm:sr-only">{text}</span>
    </span>
  )
}
