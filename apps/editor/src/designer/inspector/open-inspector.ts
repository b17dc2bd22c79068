import { flushSync } from 'react-dom'
import type { Panel } from '../designer-context.tsx'

const FIELDS = { field: '[data-inspector] [data-field]', description: '[data-inspector] [data-description]' } as const

/**
 * Opens the inspector with the focus in the first field, or in the description, of what is selected. It is drawn at
 * once, so that a key pressed next lands in that field.
 */
export function openInspector(setPanel: (panel: Panel) => void, field: keyof typeof FIELDS): void {
  flushSync(() => setPanel({ kind: 'inspector' }))
  document.querySelector<HTMLElement>(FIELDS[field])?.focus()
}
