import type { Finding } from '../diagnostic.ts'
import type { Expression, Statement } from '../tree.ts'
import { AttributeReader, readBase } from './attribute-reader.ts'
import { literalValue } from './literal-value.ts'
import type { RunJobObject } from './types.ts'

export function readRunJob(statement: Statement, findings: Finding[]): RunJobObject {
  const reader = new AttributeReader(statement.body, findings)
  return {
    kind: 'run.job',
    ...readBase(statement, reader),
    main: readMain(reader.expression('main')),
    env: reader.textList('env'),
  }
}

/** `main = {name: "f", input: {…}}`. The input stays a tree: it is evaluated when the job starts. */
function readMain(main: Expression | null): RunJobObject['main'] {
  const name = entryOf(main, 'name')
  const value = name === null ? null : literalValue(name).value
  return typeof value === 'string' && value !== '' ? { name: value, input: entryOf(main, 'input') } : null
}

function entryOf(object: Expression | null, key: string): Expression | null {
  if (object?.kind !== 'object') return null
  const entry = object.entries.find((item) => item.kind === 'entry' && !item.disabled && item.key === key)
  return entry?.kind === 'entry' ? entry.value : null
}
