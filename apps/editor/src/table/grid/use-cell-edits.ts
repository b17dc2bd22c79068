'use client'
import { useRef, useState } from 'react'
import { readCell } from '@cairn/contract'
import type { GridColumn } from './grid-column.ts'
import { keyOf, type Cell, type Key, type Row } from './rows.ts'
import type { Area } from './selection.ts'
import type { useRowWindow } from './use-row-window.ts'

type Change = { id: Key; values: Row }

/** The most steps that can be taken back. */
const MOST_STEPS = 100

/** Changing cells: one, all of a selection, and taking back what was changed here. */
export function useCellEdits(rows: ReturnType<typeof useRowWindow>, columns: readonly GridColumn[]) {
  const { window, change, paste } = rows
  const [wrong, setWrong] = useState<string | null>(null)
  const steps = useRef<Change[][]>([])
  const remember = (changes: Change[]) => {
    steps.current = [...steps.current, changes].slice(-MOST_STEPS)
  }
  const before = (row: Row, values: Row): Row =>
    Object.fromEntries(Object.keys(values).map((name) => [name, row[name] ?? null]))

  const write = (index: number, column: GridColumn, value: Cell) => {
    const row = window.row(index)
    const id = keyOf(row)
    if (row === undefined || id === null || row[column.name] === value) return
    const values = { [column.name]: value }
    change.mutate({ id, values }, { onSuccess: () => remember([{ id, values: before(row, values) }]) })
  }
  const type = (index: number, column: GridColumn, typed: string) => {
    const read = readCell(typed, column)
    setWrong('wrong' in read ? `${column.name}: ${read.wrong}` : null)
    if ('value' in read) write(index, column, read.value)
  }
  const pasteAll = (changes: { id: Key | null; values: Row }[], done: () => void = () => {}) => {
    const old = changes.flatMap(({ id, values }) => {
      const row = id === null ? undefined : rowWith(id)
      return id === null || row === undefined ? [] : [{ id, values: before(row, values) }]
    })
    paste.mutate(changes, {
      onSuccess: () => {
        if (old.length > 0) remember(old)
        done()
      },
    })
  }
  const rowWith = (id: Key): Row | undefined => {
    for (const block of window.store.getState().blocks.values()) {
      const row = block.find((other) => keyOf(other) === id)
      if (row !== undefined) return row
    }
    return undefined
  }
  return {
    wrong,
    write,
    type,
    pasteAll,
    /** Empties what is selected, keys aside. */
    clear({ top, bottom, left, right }: Area) {
      const emptied = columns.slice(left, right + 1).filter(({ name }) => name !== 'id')
      const values: Row = {}
      for (const column of emptied) {
        const read = readCell('', column)
        if ('value' in read) values[column.name] = read.value
      }
      const changes: Change[] = []
      for (let index = top; index <= bottom; index += 1) {
        const id = keyOf(window.row(index))
        if (id === null) return setWrong('Some of these rows are still on the way. Try again in a moment.')
        changes.push({ id, values })
      }
      if (emptied.length > 0 && changes.length > 0) pasteAll(changes)
    },
    /** Takes the last change of cells back. Rows that were added or deleted stay so. */
    undo() {
      const last = steps.current.at(-1)
      if (last === undefined) return
      steps.current = steps.current.slice(0, -1)
      paste.mutate(last)
    },
  }
}
