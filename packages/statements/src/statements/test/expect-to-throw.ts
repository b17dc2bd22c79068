import { optional } from '../../define/parameters.ts'
import { js } from '../../define/code.ts'
import type { Emit } from '../../define/emit.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'expect.to_throw',
  label: 'Expect: fails',
  category: 'test',
  icon: 'circle-x',
  help: 'The test fails unless the statements inside fail, with that text in their message.',
  args: {
    exception: optional('text', 'Error', 'Text that the message or the code must contain, in any case.'),
    value: optional('text', 'Error of the run', 'The same, where a unit test expects the run itself to fail.'),
  },
  clauses: { stack: { label: 'Statements', optional: true } },
  needs: [],
}

export const effects = true

export const emit: Emit = (_statement, emitter) => {
  const exception = emitter.argument(emitter.argumentTree('exception') === null ? 'value' : 'exception')
  emitter.closure(
    () => emitter.clauses('stack').forEach((clause) => clause.body()),
    (work) => js`await run.expectFailure(${work}, ${exception})`,
  )
}

export const examples: readonly StatementExample[] = [
  {
    title: 'they fail with that text, in any case',
    stack: `expect.to_throw {
      stack {
        throw {
          name = "A"
          value = "No such thing"
        }
      }
      exception = "no SUCH"
    }
    var $x {
      value = 1
    }`,
    expect: 1,
  },
  {
    title: 'they do not fail',
    stack: `try_catch {
      try {
        expect.to_throw {
          stack {
          }
        }
      }
      catch {
        var $x {
          value = $error.message
        }
      }
    }`,
    expect: 'Expected the statements to fail, but they did not.',
  },
]
