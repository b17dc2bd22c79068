'use client'
import { defaultRangeExtractor, measureElement, useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState, type RefObject } from 'react'

export interface RowsInSightOptions<Row> {
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
  /** What holds the rows; it stands within the area that scrolls, which has the attribute `data-scroll`. */
  list: RefObject<HTMLElement | null>
  /** The row that has the focus: it stays, wherever it is. -1 for none. */
  focused: number
  /** Pixels of a row, until its own are known. */
  rowHeight: number
  /** Pixels between two rows. */
  gap?: number
}

const BEYOND = 12

/** The rows of a list that are in sight, and the one that has the focus. */
export function useRowsInSight<Row>(options: RowsInSightOptions<Row>) {
  const { rows, keyOf, list, focused, rowHeight, gap = 0 } = options
  const [above, setAbove] = useState(0)
  const scroller = () => list.current?.closest('[data-scroll]') ?? null
  // What stands above the list grows and shrinks: it is measured whenever the list is drawn.
  useLayoutEffect(() => {
    const area = scroller()
    if (area === null || list.current === null) return
    const top = list.current.getBoundingClientRect().top - area.getBoundingClientRect().top + area.scrollTop
    setAbove(Math.round(top))
  })
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: scroller,
    estimateSize: () => rowHeight,
    // Its observer tells how high a row is; asking each new one would lay the page out once a row.
    measureElement: (element, entry, virtualizer) =>
      entry === undefined ? rowHeight : measureElement(element, entry, virtualizer),
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : keyOf(row)
    },
    overscan: BEYOND,
    gap,
    scrollMargin: above,
    initialRect: { width: 800, height: 800 },
    rangeExtractor(range) {
      const seen = defaultRangeExtractor(range)
      return focused < 0 || seen.includes(focused) ? seen : [...seen, focused].toSorted((a, b) => a - b)
    },
  })
  return {
    /** Pixels of all rows together. */
    height: virtual.getTotalSize(),
    /** For the `ref` of a row's element, which has the row's `data-index`. */
    measure: virtual.measureElement,
    /** Scrolls no further than it takes to see that row. */
    reveal: (index: number) => virtual.scrollToIndex(index, { align: 'auto' }),
    shown: virtual.getVirtualItems().flatMap(({ index, start }) => {
      const row = rows[index]
      return row === undefined ? [] : [{ row, index, top: start - above }]
    }),
  }
}
