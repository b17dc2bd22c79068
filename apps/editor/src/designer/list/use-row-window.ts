'use client'
import { defaultRangeExtractor, measureElement, useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState, type RefObject } from 'react'
import type { Row } from '../engine/rows.ts'

const ROW = 36
const BEYOND = 12

/** The rows that are in sight of the area that scrolls, and the one that has the focus, wherever it is. */
export function useRowWindow(rows: readonly Row[], list: RefObject<HTMLElement | null>, focus: string | undefined) {
  const [above, setAbove] = useState(0)
  const scroller = () => list.current?.closest('[data-scroll]') ?? null
  // What stands above the list grows and shrinks: it is measured whenever the list is drawn.
  useLayoutEffect(() => {
    const area = scroller()
    if (area === null || list.current === null) return
    const top = list.current.getBoundingClientRect().top - area.getBoundingClientRect().top + area.scrollTop
    setAbove(Math.round(top))
  })
  const focused = rows.findIndex(({ key }) => key === focus)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: scroller,
    estimateSize: () => ROW,
    // Its observer tells how high a row is; asking each new one would lay the page out once a row.
    measureElement: (element, entry, virtualizer) =>
      entry === undefined ? ROW : measureElement(element, entry, virtualizer),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: BEYOND,
    gap: 1,
    scrollMargin: above,
    initialRect: { width: 800, height: 800 },
    rangeExtractor(range) {
      const seen = defaultRangeExtractor(range)
      return focused < 0 || seen.includes(focused) ? seen : [...seen, focused].toSorted((a, b) => a - b)
    },
  })
  return {
    height: virtual.getTotalSize(),
    measure: virtual.measureElement,
    shown: virtual.getVirtualItems().flatMap(({ index, start }) => {
      const row = rows[index]
      return row === undefined ? [] : [{ row, index, top: start - above }]
    }),
  }
}
