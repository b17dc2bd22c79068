'use client'
import type { MenuEntry } from '@cairn/ui'
import { stackActions } from './actions.ts'
import { useDesigner } from './designer-context.tsx'

const NOT_OF_A_ROW: ReadonlySet<string> = new Set(['undo', 'redo'])

/** What may be done with the selection, as entries of a menu. */
export function useActionEntries(): MenuEntry[] {
  const { designer, extract } = useDesigner()
  return stackActions
    .filter(({ id }) => !NOT_OF_A_ROW.has(id))
    .map(({ label, keys, danger, run }) => ({
      label,
      keys: (keys[0] ?? '').replace('Mod', 'Ctrl').replace('Arrow', ''),
      danger: danger ?? false,
      onSelect: () => void run(designer, { extract }),
    }))
}
