import { StackError } from '@cairn/statements'
import { describe, expect, test } from 'vitest'
import { invocation, program } from './run-stack.ts'

const objects = [
  'table note {\n schema {\n int id\n text title?\n }\n}',
  `addon note {
    input {\n int note_id?\n }
    stack {\n db.query note {\n where = $db.note.id == $input.note_id\n return = {type: "single"}\n }\n }
  }`,
  `middleware mark {
    input {\n json vars\n enum type {\n values = ["pre", "post"]\n }\n }
    stack {\n }
    response = {seen: $input.vars, type: $input.type}
  }`,
  'task tidy {\n stack {\n db.add note {\n data = {title: "tidied"}\n }\n }\n schedule = [{starts_on: 2026-01-01 00:00:00+0000, freq: 60}]\n}',
  'tool add {\n input {\n int a\n int b?=1\n }\n stack {\n }\n response = $input.a + $input.b\n}',
  `table_trigger refuse {
    table = "note"
    actions = {insert: true}
    input {\n json new\n json old\n enum action {\n values = ["insert"]\n }\n text datasource\n }
    stack {\n precondition ($input.new.title != "bad") {\n error = "bad title"\n }\n }
  }`,
]

/** Runs the statements as a workflow test of a workspace of those objects. */
async function outcome(stack: string): Promise<string> {
  const { tests } = program(...objects, `workflow_test t {\n stack {\n ${stack}\n }\n}`)
  try {
    await tests[0]!.run(invocation())
    return 'passed'
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    return error.message
  }
}

const equal = (value: string, wanted: string) => `expect.to_equal (${value}) {\n value = ${wanted}\n }`
const throws = (text: string, stack: string) => `expect.to_throw {\n exception = "${text}"\n stack {\n ${stack}\n }\n }`

describe('what a workflow test runs by name', () => {
  test.each([
    [
      'middleware',
      `middleware.call mark {\n input = {vars: {a: 1}, type: "pre"}\n } as $x\n ${equal('$x.seen.a', '1')}`,
    ],
    ['a task', `task.call tidy as $x\n db.query note {\n return = {type: "count"}\n } as $n\n ${equal('$n', '1')}`],
    ['a tool', `tool.call "add" {\n input = {a: 2}\n } as $x\n ${equal('$x', '3')}`],
    [
      'a trigger',
      `trigger.call refuse {\n input = {new: {title: "good"}, old: {}, action: "insert", datasource: "live"}\n } as $x`,
    ],
    [
      'an addon',
      `db.add note {\n data = {title: "good"}\n } as $n\n addon.call note {\n input = {note_id: $n.id}\n } as $x\n ${equal('$x.title', '"good"')}`,
    ],
    [
      'its failure',
      throws(
        'bad title',
        'trigger.call refuse {\n input = {new: {title: "bad"}, old: {}, action: "insert", datasource: "live"}\n }',
      ),
    ],
    ['the rules of inputs', throws('allowable', 'middleware.call mark {\n input = {vars: 1, type: "never"}\n }')],
    ['a trigger by a change', throws('bad title', 'db.add note {\n data = {title: "bad"}\n }')],
  ])('%s', async (_case, stack) => {
    expect(await outcome(stack)).toBe('passed')
  })

  test.each([
    ['addon.call none', 'There is no addon "none".'],
    ['middleware.call none', 'There is no middleware "none".'],
    ['task.call none', 'There is no task "none".'],
    ['tool.call none', 'There is no tool "none".'],
    ['trigger.call none', 'There is no table trigger "none".'],
  ])('%s', async (stack, message) => {
    expect(await outcome(stack)).toBe(message)
  })
})
