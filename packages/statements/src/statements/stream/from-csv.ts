import { optional, required } from '../../define/parameters.ts'
import { readBoolean, readOptionalText } from '../../define/read-argument.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { csvDialect, csvRowsOf, type Dialect } from '../../text/csv.ts'
import { readParts } from '../../stream/read-parts.ts'
import { objectOf } from '../../values/members.ts'
import { ValueStream, type Value } from '../../values/value.ts'

export const definition: StatementDefinition = {
  name: 'stream.from_csv',
  label: 'CSV stream',
  category: 'stream',
  icon: 'table',
  help: 'Reads CSV row by row, for a For each loop: a large file is never held whole. Rows are named by the first line.',
  keywords: ['import', 'table', 'spreadsheet'],
  args: {
    value: required('any', 'Value', 'A file, the value of a file column, a stream of texts, or text.'),
    separator: optional('text', 'Separator', 'What stands between two fields.', ','),
    enclosure: optional('text', 'Quote', 'What stands around a field.', '"'),
    escape_char: optional('text', 'Escape', 'What stands before a quote in a field.', '"'),
    headers: optional('bool', 'Headers', 'Whether the first line names the columns; else rows are lists.', true),
  },
  result: 'stream',
  needs: ['files'],
}

export const run: Run = (args, { ports }) => {
  const text = (name: string) => readOptionalText(args, name) ?? ''
  const dialect = csvDialect(text('separator') || ',', text('enclosure') || '"', text('escape_char'))
  const parts = readParts(args, 'value', ports.files)
  return new ValueStream(readBoolean(args, 'headers') ? namedRows(parts, dialect) : csvRowsOf(parts, dialect))
}

async function* namedRows(parts: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<Value> {
  let names: readonly string[] | null = null
  for await (const row of csvRowsOf(parts, dialect)) {
    if (names === null) names = row
    else yield objectOf(names.map((name, column) => [name, row[column] ?? '']))
  }
}

const loop = `foreach ($rows) {
      each as $row {
        array.push $x {
          value = $row
        }
      }
    }`

export const examples: readonly StatementExample[] = [
  {
    title: 'rows named by the first line',
    stack: `stream.from_csv {
      value = "id,name\\n1,\\"Bo, Ann\\"\\r\\n2"
    } as $rows
    var $x {
      value = []
    }
    ${loop}`,
    expect: [
      { id: '1', name: 'Bo, Ann' },
      { id: '2', name: '' },
    ],
  },
  {
    title: 'another dialect, a file, no names',
    stack: `storage.create_file_resource {
      filename = "a.csv"
      filedata = "a;'b;''c'"
    } as $file
    stream.from_csv {
      value = $file
      separator = ";"
      enclosure = "'"
      escape_char = "'"
      headers = false
    } as $rows
    var $x {
      value = []
    }
    ${loop}`,
    expect: [['a', "b;'c"]],
  },
]
