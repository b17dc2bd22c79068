'use client'
import { useEffect, useLayoutEffect, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { keysOf, paste, placeBelow, stackActions } from '../actions.ts'
import { useDesigner, useDesignerState } from '../designer-context.tsx'
import type { Row } from '../engine/rows.ts'
import { openInspector } from '../inspector/open-inspector.ts'

/** The keys of a stack, as the field's best editor has them: arrows, A, Enter, D, C, G, Delete and the rest. */
export function useListKeys(rows: readonly Row[], list: RefObject<HTMLElement | null>) {
  const { designer, setPanel, extract, debug } = useDesigner()
  const selection = useDesignerState((state) => state.selection)
  const focused = selection.at(-1)
  useLayoutEffect(() => {
    if (focused === undefined || !list.current?.contains(document.activeElement)) return
    rowElement(list.current, focused)?.focus()
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
      row?.kind === 'empty'
        ? setPanel({ kind: 'picker', block: row.block, index: 0 })
        : openInspector(setPanel, 'field'),
    D: () => openInspector(setPanel, 'description'),
    Escape: () => setPanel(null),
    F9: () => row?.kind === 'statement' && debug.toggleBreakpoint(row.key),
  }
  return (event: KeyboardEvent) => {
    const keys = keysOf(event)
    const act = own[keys]
    const action = stackActions.find((candidate) => candidate.keys.includes(keys))
    if (act === undefined && action === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (act !== undefined) return act()
    // What had the focus may be gone: the selection has it before the next key arrives.
    void Promise.resolve(action?.run(designer, { extract })).then(() => {
      flushSync(() => {})
      focusRow(list.current, designer.store.getState().selection.at(-1))
    })
  }
}

const rowElement = (list: HTMLElement, key: string): HTMLElement | null =>
  list.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)

/** Focuses a row. One that is not drawn yet leaves the keys with the list until it is. */
function focusRow(list: HTMLElement | null, key: string | undefined): void {
  if (list === null) return
  const row = key === undefined ? list.querySelector<HTMLElement>('[data-key]') : rowElement(list, key)
  if (row !== null) return row.focus()
  list.focus()
  requestAnimationFrame(() => document.activeElement === list && rowElement(list, key ?? '')?.focus())
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
