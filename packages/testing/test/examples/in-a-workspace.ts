import type { Value } from '@cairn/statements'
import type { Around } from './both-builds.ts'

/** An example of a statement that needs more than itself: other objects, a request, settings, or an end by an error. */
export interface WorkspaceExample extends Around {
  statement: string
  title: string
  stack: string
  /** `$x` after the statements, or what they end with. */
  expect: { value: Value } | { reason: string; message?: string; payload?: Value }
}

const objects = [
  'table note {\n schema {\n int id\n text title?\n }\n}',
  'function "math/double" {\n input {\n int n?=21\n }\n stack {\n }\n response = $input.n * 2\n}',
  'function fail {\n input {\n }\n stack {\n throw {\n name = "out_of_stock"\n value = "None left."\n }\n }\n response = null\n}',
  'api_group shop {\n canonical = "shop"\n}',
  'query "things/{id}" verb=GET {\n api_group = "shop"\n input {\n int id\n }\n stack {\n }\n response = {id: $input.id}\n}',
  `query things verb=POST {
    api_group = "shop"
    input {\n text name\n }
    stack {\n precondition ($input.name != "bad") {\n error_type = "badrequest"\n error = "A bad name."\n }\n }
    response = $input.name
  }`,
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
  'task broken {\n stack {\n throw {\n name = "stuck"\n value = "It is stuck."\n }\n }\n schedule = [{starts_on: 2026-01-01 00:00:00+0000, freq: 60}]\n}',
  'tool sum {\n input {\n int a\n int b?=1\n }\n stack {\n }\n response = $input.a + $input.b\n}',
  `table_trigger watch {
    table = "note"
    actions = {insert: true}
    input {\n json new\n json old\n enum action {\n values = ["insert"]\n }\n text datasource\n }
    stack {\n precondition ($input.new.title != "bad") {\n error = "bad title"\n }\n }
    response = $input.action ~ " " ~ $input.new.title
  }`,
]

const bytes = (text: string) => new TextEncoder().encode(text)
const change = (title: string) => `{new: {title: "${title}"}, old: null, action: "insert", datasource: "live"}`

/** Where an error is expected of a statement, `try_catch` shows that it can be caught like any other. */
const caught = (stack: string, response = '$error.message') =>
  `try_catch {\n try {\n ${stack}\n }\n catch {\n var $x {\n value = ${response}\n }\n }\n}`

export const workspaceExamples: readonly WorkspaceExample[] = [
  {
    statement: 'function.run',
    title: 'a function in a folder, with its input',
    stack: 'function.run "math/double" {\n input = {n: 4}\n} as $x',
    objects,
    expect: { value: 8 },
  },
  {
    statement: 'function.run',
    title: 'an input that is left out has its default',
    stack: 'function.run "math/double" as $x',
    objects,
    expect: { value: 42 },
  },
  {
    statement: 'function.run',
    title: 'an input that is no number is refused',
    stack: 'function.run "math/double" {\n input = {n: "four"}\n} as $x',
    objects,
    expect: { reason: 'bad_input' },
  },
  {
    statement: 'function.run',
    title: 'what it throws can be caught',
    stack: caught('function.run fail as $y', '[$error.code, $error.message]'),
    objects,
    expect: { value: ['out_of_stock', 'None left.'] },
  },
  {
    statement: 'function.call',
    title: 'the response of a function',
    stack: 'function.call "math/double" {\n input = {n: -3}\n} as $x',
    objects,
    expect: { value: -6 },
  },
  {
    statement: 'function.call',
    title: 'its error is the error of the statement',
    stack: 'function.call fail as $x',
    objects,
    expect: { reason: 'thrown', message: 'None left.' },
  },
  {
    statement: 'api.call',
    title: 'an endpoint by its path with the value in it',
    stack: 'api.call "things/7" verb=GET {\n api_group = "shop"\n} as $x',
    objects,
    expect: { value: { id: 7 } },
  },
  {
    statement: 'api.call',
    title: 'an error of the endpoint is its answer',
    stack: 'api.call things verb=POST {\n api_group = "shop"\n input = {name: "bad"}\n} as $x',
    objects,
    expect: { value: { code: 'ERROR_CODE_BAD_REQUEST', message: 'A bad name.', payload: null } },
  },
  {
    statement: 'addon.call',
    title: 'the row an addon finds',
    stack:
      'db.add note {\n data = {title: "first"}\n} as $note\naddon.call note {\n input = {note_id: $note.id}\n} as $found\nvar $x {\n value = $found.title\n}',
    objects,
    expect: { value: 'first' },
  },
  {
    statement: 'addon.call',
    title: 'nothing to find is null',
    stack: 'addon.call note {\n input = {note_id: 99}\n} as $x',
    objects,
    expect: { value: null },
  },
  {
    statement: 'middleware.call',
    title: 'what the middleware makes of its variables',
    stack: 'middleware.call mark {\n input = {vars: {a: 1}, type: "pre"}\n} as $x',
    objects,
    expect: { value: { seen: { a: 1 }, type: 'pre' } },
  },
  {
    statement: 'middleware.call',
    title: 'there is no third kind',
    stack: 'middleware.call mark {\n input = {vars: {}, type: "between"}\n} as $x',
    objects,
    expect: { reason: 'bad_enum' },
  },
  {
    statement: 'task.call',
    title: 'the task does its work',
    stack: 'task.call tidy\ndb.query note {\n return = {type: "count"}\n} as $x',
    objects,
    expect: { value: 1 },
  },
  {
    statement: 'task.call',
    title: 'its error is the error of the statement',
    stack: 'task.call broken',
    objects,
    expect: { reason: 'thrown', message: 'It is stuck.' },
  },
  {
    statement: 'tool.call',
    title: 'the response of a tool',
    stack: 'tool.call sum {\n input = {a: 2, b: 3}\n} as $x',
    objects,
    expect: { value: 5 },
  },
  {
    statement: 'tool.call',
    title: 'an input that is left out has its default',
    stack: 'tool.call sum {\n input = {a: 2}\n} as $x',
    objects,
    expect: { value: 3 },
  },
  {
    statement: 'trigger.call',
    title: 'a trigger on a change that is told to it',
    stack: `trigger.call watch {\n input = ${change('good')}\n} as $x`,
    objects,
    expect: { value: 'insert good' },
  },
  {
    statement: 'trigger.call',
    title: 'a trigger that refuses',
    stack: caught(`trigger.call watch {\n input = ${change('bad')}\n} as $y`),
    objects,
    expect: { value: 'bad title' },
  },
  {
    statement: 'debug.stop',
    title: 'ends the run with its value',
    stack: 'debug.stop {\n value = [1, 2]\n}\nvar $x {\n value = 1\n}',
    expect: { reason: 'debug_stop', payload: [1, 2] },
  },
  {
    statement: 'debug.stop',
    title: 'no catch holds it up',
    stack: caught('debug.stop {\n value = "here"\n }'),
    expect: { reason: 'debug_stop', payload: 'here' },
  },
  ...(['util.get_input', 'util.get_raw_input'] as const).flatMap((statement): WorkspaceExample[] => [
    {
      statement,
      title: 'all that came, whether an input asks for it or not',
      stack: `${statement} as $x`,
      request: { rawInput: { id: '7', extra: [1] } },
      expect: { value: { id: '7', extra: [1] } },
    },
    {
      statement,
      title: 'a body of JSON that was not said to be so',
      stack: `${statement} {\n encoding = "json"\n} as $x`,
      request: { rawInput: {}, rawBody: bytes('{"event": "paid"}') },
      expect: { value: { event: 'paid' } },
    },
    {
      statement,
      title: 'the body as it came',
      stack: `${statement} {\n encoding = "none"\n} as $x`,
      request: { rawInput: { a: 1 }, rawBody: bytes('a=1&é') },
      expect: { value: 'a=1&é' },
    },
    {
      statement,
      title: 'nothing came',
      stack: `${statement} {\n encoding = "none"\n} as $x`,
      expect: { value: '' },
    },
  ]),
  {
    statement: 'util.get_env',
    title: 'all variables of the workspace',
    stack: 'util.get_env as $x',
    fakes: { env: { stage: 'test', retries: '3' } },
    expect: { value: { stage: 'test', retries: '3' } },
  },
  { statement: 'util.get_env', title: 'there are none', stack: 'util.get_env as $x', expect: { value: {} } },
]
