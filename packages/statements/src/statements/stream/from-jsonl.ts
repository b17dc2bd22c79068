import { required } from '../../define/parameters.ts'
import type { Run, StatementDefinition, StatementExample } from '../../define/types.ts'
import { readParts } from '../../stream/read-parts.ts'
import { linesOf } from '../../stream/text-parts.ts'
import { StackError } from '../../values/error.ts'
import { ValueStream, type Value } from '../../values/value.ts'

export const definition: StatementDefinition = {
  name: 'stream.from_jsonl',
  label: 'JSONL stream',
  category: 'stream',
  icon: 'list-ordered',
  help: 'Reads one JSON value a line, for a For each loop: a large file is never held whole. Empty lines are left out.',
  keywords: ['import', 'json', 'ndjson'],
  args: {
    value: required('any', 'Value', 'A file, the value of a file column, a stream of texts, or text.'),
  },
  result: 'stream',
  needs: ['files'],
}

export const run: Run = (args, { ports }) => new ValueStream(valuesOf(readParts(args, 'value', ports.files)))

async function* valuesOf(parts: AsyncIterable<string>): AsyncGenerator<Value> {
  let line = 0
  for await (const text of linesOf(parts)) {
    line += 1
    const json = text.replace(/^\ufeff/, '').trim()
    if (json !== '') yield parse(json, line)
  }
}

/** Says where, never what: a line may hold what is nobody's to read. */
function parse(json: string, line: number): Value {
  try {
    return JSON.parse(json) as Value
  } catch (cause) {
    throw new StackError('standard', 'bad_json', `Line ${line} is not JSON.`, {
      hint: 'Each line of a JSONL text is one whole JSON value.',
      cause,
    })
  }
}

export const examples: readonly StatementExample[] = [
  {
    title: 'a value a line',
    stack: `stream.from_jsonl {
      value = "{\\"n\\": 1}\\n\\n{\\"n\\": 2}\\n"
    } as $lines
    var $x {
      value = 0
    }
    foreach ($lines) {
      each as $line {
        math.add $x {
          value = $line.n
        }
      }
    }`,
    expect: 3,
  },
  {
    title: 'a line that is no JSON is named',
    stack: `stream.from_jsonl {
      value = "1\\n{a}"
    } as $lines
    try_catch {
      try {
        foreach ($lines) {
          each as $line {
          }
        }
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'Line 2 is not JSON.',
  },
]
