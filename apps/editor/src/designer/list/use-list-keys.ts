'use client'
import { useEffect, type KeyboardEvent, type RefObject } from 'react'
import { keysOf, paste, placeBelow, stackActions } from '../actions.ts'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import type { Row } from '../engine/rows.ts'

/** The keys of a stack, as the field's best editor has them: arrows, A, Enter, D, C, G, Delete and the rest. */
export function useListKeys(rows: readonly Row[], list: RefObject<HTMLElement | null>) {
  const { designer, setPanel } = useDesigner()
  const selection = useDesignerState((state) => state.selection)
  const focused = selection.at(-1)
  useEffect(() => {
    if (focused === undefined || !list.current?.contains(document.activeElement)) return
    list.current.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus()
  }, [focused, rows, list])
  usePaste(list)

  const step = (by: -1 | 1, extend: boolean) => {
    const at = rows.findIndex(({ key }) => key === focused)
    const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))]
    if (next === undefined) return
    designer.select(
      extend && focused !== undefined ? [...selection.filter((key) => key !== next.key), next.key] : [next.key],
    )
  }
  const row = rows.find(({ key }) => key === focused)
  const folds = row !== undefined && row.kind !== 'empty' && row.folds
  const isFolded = designer.store.getState().folded.has(focused ?? '')
  const own: Record<string, () => void> = {
    ArrowDown: () => step(1, false),
    ArrowUp: () => step(-1, false),
    'Shift+ArrowDown': () => step(1, true),
    'Shift+ArrowUp': () => step(-1, true),
    ArrowRight: () => (folds && isFolded ? designer.toggleFold(focused ?? '') : step(1, false)),
    ArrowLeft: () => (folds && !isFolded ? designer.toggleFold(focused ?? '') : step(-1, false)),
    Home: () => rows[0] && designer.select([rows[0].key]),
    End: () => rows.at(-1) && designer.select([rows.at(-1)?.key ?? '']),
    'Mod+A': () => designer.select(rows.filter(({ kind }) => kind === 'statement').map(({ key }) => key)),
    A: () => {
      const place = placeBelow(designer)
      if (place !== null) setPanel({ kind: 'picker', ...place })
    },
    Enter: () =>
      row?.kind === 'empty' ? setPanel({ kind: 'picker', block: row.block, index: 0 }) : openField(setPanel, 0),
    D: () => openField(setPanel, 'description'),
    Escape: () => setPanel(null),
  }
  return (event: KeyboardEvent) => {
    const keys = keysOf(event)
    const act = own[keys]
    const action = stackActions.find((candidate) => candidate.keys.includes(keys))
    if (act === undefined && action === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (act !== undefined) return act()
    const running = Promise.resolve(action?.run(designer))
    // What had the focus may be gone: the selection has it then.
    void running.then(() =>
      requestAnimationFrame(() => focusRow(list.current, designer.store.getState().selection.at(-1))),
    )
  }
}

function focusRow(list: HTMLElement | null, key: string | undefined): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-key]') ?? [])]
  const wanted = rows.find((row) => row.dataset['key'] === key) ?? rows[0]
  wanted?.focus()
}

/** Opens the inspector with the focus in its first field, or in the description. */
function openField(setPanel: (panel: { kind: 'inspector' }) => void, field: 0 | 'description') {
  setPanel({ kind: 'inspector' })
  const wanted = field === 0 ? '[data-inspector] [data-field]' : '[data-inspector] [data-description]'
  requestAnimationFrame(() => document.querySelector<HTMLElement>(wanted)?.focus())
}

function usePaste(list: RefObject<HTMLElement | null>) {
  const { designer } = useDesigner()
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (!list.current?.contains(document.activeElement)) return
      if (paste(designer, event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [designer, list])
}
