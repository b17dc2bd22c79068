import { readWorkspace } from '@cairn/language'
import { loadProgram } from '@cairn/runtime'
import { testDatabase } from '@cairn/testing'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createRunPorts } from '../src/run/run-ports.ts'
import { Coverage } from '../src/test/coverage.ts'
import { runTests } from '../src/test/run-tests.ts'
import { createTestDatabase } from '../src/test/test-database.ts'
import { testsOf } from '../src/test/tests-of.ts'
import { endpoint, group, middleware, table } from './constructs/serve-workspace.ts'

const addon = (name: string, of: string, where: string) =>
  `addon ${name} {\n input {\n int id?\n }\n stack {\n db.query ${of} {\n where = ${where} == $input.id\n return = {type: "list"}\n }\n }\n}`

const writesLog = (what: string) => `stack {\n db.add log {\n data = {what: "${what}"}\n }\n }`

const beside = (name: string, as: string) =>
  `function.run ${name} {\n input = {what: "${as}"}\n runtime_mode = "async-shared"\n } as $${as}`

const reads = (addons: string) => `db.query book {\n return = {type: "list"}\n addon = [${addons}]\n } as $books`

const uses = (name: string, more = '') => `{name: "${name}", input: {id: $output.id}, as: "_${name}"${more}}`

const log = `function log {\n input {\n text what\n }\n stack {\n util.sleep {\n value = 0.05\n }\n db.add log {\n data = {what: $input.what}\n }\n }\n}`

const workflow = (name: string, stack: string) => `workflow_test "${name}" {\n stack {\n ${stack}\n }\n}`

const objects = [
  group,
  table('book', 'text title?'),
  table('page', 'int book_id?'),
  table('line', 'int page_id?'),
  table('log', 'text what?'),
  addon('pages', 'page', '$db.page.book_id'),
  addon('lines', 'line', '$db.line.page_id'),
  addon('books', 'book', '$db.book.id'),
  addon('unused', 'book', '$db.book.id'),
  log,
  log.replace('function log', 'function never'),
  `task tidy {\n ${writesLog('task')}\n schedule = [{starts_on: 2026-01-01 00:00:00+0000, freq: 60}]\n}`,
  `table_trigger watch {\n table = "book"\n actions = {insert: true}\n input {\n json new\n json old\n enum action {\n values = ["insert"]\n }\n text datasource\n }\n ${writesLog('trigger')}\n}`,
  middleware('stamp', `db.add log {\n data = {what: "middleware"}\n }`, '{stamped: true}'),
  endpoint('starts', { stack: beside('log', 'endpoint') }),
  workflow(
    'of addons',
    `db.add book {\n data = {title: "one"}\n } as $book
     db.add page {\n data = {book_id: 1}\n } as $page
     db.transaction {\n stack {\n ${reads(uses('pages', `, addon: [${uses('lines')}]`))}\n }\n }`,
  ),
  workflow('of no rows', reads(uses('unused'))),
  workflow('of an addon by itself', 'addon.call books {\n input = {id: 1}\n } as $x'),
  workflow('that waits for nothing', beside('log', 'test')),
  workflow('of an endpoint that waits for nothing', `api.call starts verb=GET {\n api_group = "main"\n } as $x`),
  workflow('of the rest', 'task.call tidy\n middleware.call stamp {\n input = {vars: {}, type: "pre"}\n } as $x'),
  workflow(
    'that comes after',
    `db.query log {\n return = {type: "count"}\n } as $count\n expect.to_equal ($count) {\n value = 0\n }`,
  ),
]

test('every kind of stack counts: addons, what runs beside, triggers, tasks, middleware; what ran for no row does not', async () => {
  const server = await testDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'cairn-coverage-'))
  const program = loadProgram(readWorkspace(objects.map((text, index) => ({ path: `${index}.xs`, text }))))
  const { model } = program
  const storage = { databaseUrl: server.url, dataDirectory, log: () => undefined }
  const database = createTestDatabase(model, storage)
  const coverage = new Coverage(model)
  try {
    const ports = () => createRunPorts(model, () => undefined)
    const { tests } = await runTests({ program, ports, database, coverage })
    expect(tests.filter(({ status }) => status !== 'passed')).toEqual([])
    const names = tests.map(({ name }) => name)
    const reached = coverage
      .report()
      .objects.map(({ object, statements }) => [
        object,
        statements.map((place) => place.tests.map((index) => names[index])),
      ])
    const [alone, called] = ['that waits for nothing', 'of an endpoint that waits for nothing']
    expect(Object.fromEntries(reached)).toEqual({
      'function log': [
        [alone, called],
        [alone, called],
      ],
      'function never': [[], []],
      'query starts': [[called]],
      'middleware stamp': [['of the rest']],
      'addon pages': [['of addons']],
      'addon lines': [['of addons']],
      'addon books': [['of an addon by itself']],
      'addon unused': [[]],
      'task tidy': [['of the rest']],
      'table_trigger watch': [['of addons']],
    })
  } finally {
    await database.close()
    await server.drop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
})

test.each([
  ['lines', ['of addons']],
  ['books', ['of an addon by itself']],
  ['unused', ['of no rows']],
])('the tests of the addon %s are those that use it', (name, tests) => {
  const program = loadProgram(readWorkspace(objects.map((text, index) => ({ path: `${index}.xs`, text }))))
  const item = program.model.addons.get(name)!
  expect(testsOf(program, item).map((found) => found.name)).toEqual(tests)
})
