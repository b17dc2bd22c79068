import { catalogue, filters } from '@cairn/statements'
import { expect, test } from 'vitest'
import { deriveDefinitions } from '../../definitions/derive-definitions.ts'
import { runCommand } from './command.ts'
import { insert } from './commands/insert.ts'
import { readDocument } from './document.ts'
import { newStatement } from './new-statement.ts'
import { rowsOf } from './rows.ts'
import { clause } from '@cairn/language'

const document = readDocument('function f {\n  stack {\n    var $get {\n    }\n  }\n}\n')
const { statements } = deriveDefinitions(catalogue, filters)

test.each(statements.map((info) => [info.name, info] as const))('%s can be put into a stack', (name, info) => {
  const added = newStatement(info, document.object!)
  const outcome = runCommand(document, insert({ block: 'stack', index: 1 }, [added]))!
  const stack = clause(outcome.document.object!.body, 'stack')
  const rows = rowsOf(stack!.body, 'stack', new Set())
  const names = rows.flatMap((row) => (row.kind === 'statement' ? [row.statement.name] : []))
  expect(names).toEqual(['var', name])
})

test('definitions hold no behaviour', () => {
  const plain: unknown = JSON.parse(JSON.stringify(deriveDefinitions(catalogue, filters)))
  expect(plain).toEqual(deriveDefinitions(catalogue, filters))
  expect(JSON.stringify(plain)).not.toMatch(/=>|emitter|"needs"/)
})
