import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { optional } from '../../define/parameters.ts'
import { readOptionalText } from '../../define/read-argument.ts'
import { StackError } from '../../values/error.ts'

export const definition: StatementDefinition = {
  name: 'db.set_datasource',
  label: 'Set data source',
  category: 'database',
  icon: 'database-zap',
  help: 'The database statements that follow use this data source.',
  keywords: ['environment', 'live', 'test'],
  args: {
    value: optional('text', 'Data source', 'Its name.'),
    name: optional('text', 'Name', 'Older spelling of value.'),
  },
  needs: ['db'],
}

export const run: Run = (args, context) => {
  const name = readOptionalText(args, 'value') ?? readOptionalText(args, 'name')
  if (name === null) throw new StackError('standard', 'missing_argument', 'db.set_datasource needs a value.')
  context.ports.db = context.ports.db.withDatasource(name)
  context.request.datasource = name
  return null
}

export const examples: readonly StatementExample[] = [
  {
    title: 'what follows reads the other data source',
    stack: `db.add "user" {
      data = {name: "Ada"}
    }
    db.set_datasource {
      value = "test"
    }
    db.query "user" {
      return = {type: "count"}
    } as $x`,
    expect: 0,
  },
  {
    title: 'and so does what is written',
    stack: `db.set_datasource {
      value = "test"
    }
    db.add "user" {
      data = {name: "Ada"}
    }
    db.query "user" {
      return = {type: "count"}
    } as $x`,
    expect: 1,
  },
]
