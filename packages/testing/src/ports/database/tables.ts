import type { Value, ValueObject } from '@cairn/statements'

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

  /** Adds a row and gives it the next id, unless it brings one that is to be kept. */
  add(name: string, data: ValueObject, keepId = true): ValueObject {
    const table = this.get(name)
    const given = keepId ? (data['id'] ?? null) : null
    const id: Value = given ?? table.nextId
    const row = { ...data, id }
    const ordered = { id, ...row }
    table.nextId = Math.max(table.nextId, typeof id === 'number' ? id + 1 : table.nextId + 1)
    table.rows.push(ordered)
    return ordered
  }

  /** A copy to come back to. Rows are replaced, never changed, so they may be shared. */
  snapshot(): ReadonlyMap<string, Table> {
    return new Map([...this.#tables].map(([name, { rows, nextId }]) => [name, { rows: [...rows], nextId }]))
  }

  restore(snapshot: ReadonlyMap<string, Table>): void {
    this.#tables = new Map(snapshot)
  }
}
