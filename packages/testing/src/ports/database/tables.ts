import type { ValueObject } from '@cairn/statements'

export interface Table {
  rows: ValueObject[]
  /** The id of the next row. */
  nextId: number
}

/** The tables of one datasource by name. A table is there as soon as it is asked for; it takes any column. */
export class Tables {
  #tables = new Map<string, Table>()

  get(name: string): Table {
    const table = this.#tables.get(name) ?? { rows: [], nextId: 1 }
    this.#tables.set(name, table)
    return table
  }

  /** Adds a row with the next id, or with the one it brings when that is to be kept. */
  add(name: string, data: ValueObject, keepId: boolean): ValueObject {
    const table = this.get(name)
    const { id: given = null, ...columns } = data
    const id = (keepId ? given : null) ?? table.nextId
    if (typeof id === 'number' && id >= table.nextId) table.nextId = id + 1
    const row: ValueObject = { id, ...columns }
    table.rows.push(row)
    return row
  }

  /** A copy to come back to. Rows are replaced, never changed, so they may be shared. */
  snapshot(): ReadonlyMap<string, Table> {
    return new Map([...this.#tables].map(([name, { rows, nextId }]) => [name, { rows: [...rows], nextId }]))
  }

  restore(snapshot: ReadonlyMap<string, Table>): void {
    this.#tables = new Map(snapshot)
  }
}
