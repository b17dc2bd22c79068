'use client'
import { useMemo } from 'react'
import { keyOf, type Key } from './rows.ts'
import type { RowWindow, RowWindowState } from './row-window.ts'
import type { Area } from './selection.ts'

/** As many rows as can be deleted, emptied or copied at once. */
export const MOST_AT_ONCE = 1_000

/** The keys of the selected rows; null while some are on their way, and when they are too many. */
export function useSelectedKeys(
  { top, bottom }: Area,
  window: RowWindow,
  { blocks, total }: RowWindowState,
): Key[] | null {
  return useMemo(() => {
    if (total === null || total === 0 || blocks.size === 0 || bottom - top >= MOST_AT_ONCE) return null
    const keys = Array.from({ length: bottom - top + 1 }, (_, index) => keyOf(window.row(top + index)))
    return keys.includes(null) ? null : keys.filter((key) => key !== null)
  }, [top, bottom, window, blocks, total])
}
