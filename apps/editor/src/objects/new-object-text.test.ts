import { checkStable, parse, readObject } from '@cairn/language'
import { expect, test } from 'vitest'
import { newObjectText, type NewObject } from './new-object-text.ts'

const hostile = 'a "b" {\n}'
const objects: NewObject[] = [
  { kind: 'query', name: 'deal/{deal_id}', verb: 'GET', group: 'Main', auth: 'user' },
  { kind: 'query', name: hostile, verb: 'POST', group: hostile, auth: null },
  ...(['api_group', 'table', 'function', 'task', 'middleware'] as const).flatMap((kind) =>
    ['plain', hostile].map((name) => ({ kind, name })),
  ),
  ...(['addon', 'table_trigger'] as const).flatMap((kind) => [
    { kind, name: 'plain', table: 'deal' },
    { kind, name: hostile, table: '2 odd "tables"' },
  ]),
]

test.each(objects)('a new $kind $name reads as itself', (object) => {
  const text = newObjectText(object)
  const { file, diagnostics } = parse(text)
  const [statement] = file.objects
  if (statement?.kind !== 'statement') throw new Error('no object')
  const read = readObject(statement, text)
  expect([...diagnostics, ...read.diagnostics]).toEqual([])
  expect(checkStable(text).stable).toBe(true)
  expect(read.object).toMatchObject({ kind: object.kind, name: object.name })
})
