import { expect, test } from 'vitest'
import { diagramOf } from './diagram-of.ts'
import { heightOf, placeTables, WIDTH } from './layout.ts'

const source = (id: number, name: string, columns: number, to: readonly string[] = []) => ({
  id,
  draft: null,
  published: `table "${name}" {
  schema {
    int id
${Array.from({ length: columns }, (_, index) => `    text c${index}\n`).join('')}${to
    .map((table) => `    int? ${table}_id? {\n      table = "${table}"\n    }\n`)
    .join('')}  }
}
`,
})

test('a reference leads from a column to a table that is there', () => {
  const { tables, references } = diagramOf([source(2, 'deal', 1, ['user', 'gone']), source(1, 'user', 0)])
  expect(tables.map(({ object, name, columns }) => [object, name, columns.length])).toEqual([
    [2, 'deal', 4],
    [1, 'user', 1],
  ])
  expect(references).toEqual([{ from: 'deal', column: 'user_id', to: 'user' }])
})

test('sixty tables, pointing to each other in circles and to themselves, do not overlap', () => {
  const names = Array.from({ length: 60 }, (_, index) => `t${index}`)
  const diagram = diagramOf(
    names.map((name, index) => {
      const to = index % 5 === 4 ? [] : [`t${(index * 7 + 1) % 60}`, `t${(index * 3) % 60}`, name]
      return source(index, name, index % 20, to)
    }),
  )
  const places = placeTables(diagram)
  const boxes = diagram.tables.map((table) => ({ table, ...places.get(table.name)! }))
  expect(boxes).toHaveLength(60)
  for (const a of boxes) {
    for (const b of boxes) {
      if (a.table === b.table) continue
      const apart = a.x + WIDTH <= b.x || b.x + WIDTH <= a.x
      expect(apart || a.y + heightOf(a.table) <= b.y || b.y + heightOf(b.table) <= a.y).toBe(true)
    }
  }
})

test('what points stands left of what it points to', () => {
  const places = placeTables(diagramOf([source(1, 'user', 0), source(2, 'deal', 0, ['user']), source(3, 'alone', 0)]))
  expect(places.get('deal')!.x).toBeLessThan(places.get('user')!.x)
  expect(places.get('alone')!.y).toBeGreaterThan(places.get('user')!.y)
})
