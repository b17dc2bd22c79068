import { describe, expect, test } from 'vitest'
import { ownedServer, type Person } from './editor-server.ts'

/** Doubles its input; answers another number than its test wants unless `factor` is 2. */
const double = (factor: number, more = '') => `function double {
  input {
    int n
  }

  stack {
    conditional {
      if ($input.n > 100) {
        throw {
          name = "large"
          value = "That is too large."
        }
      }
    }

    for (2) {
      each as $index {
        var $answer {
          value = $input.n * ${factor}
        }
      }
    }

    db.query note {
      return = {type: "count"}
    } as $notes
  }

  response = $answer

  test "doubles" {
    input = {n: 4}

    expect.to_equal ($response) {
      value = 8
    }
  }
${more}}
`

const refusesLarge = `
  test "refuses what is large" {
    input = {n: 400}

    expect.to_throw {
      exception = "too large"
    }
  }
`

const table = `table note {
  auth = false

  schema {
    int id
    text body?
  }

  index = [{type: "primary", field: [{name: "id"}]}]
}
`

const workflow = `workflow_test quadruple {
  stack {
    db.add note {
      data = {body: "one"}
    } as $note

    expect.to_equal ($note.body) {
      value = "one"
    }

    function.run double {
      input = {n: 2}
    } as $once

    function.run double {
      input = {n: $once}
    } as $twice

    expect.to_equal ($twice) {
      value = 8
    }
  }
}
`

const { server, owner } = await ownedServer()

/** A workspace with the function in working order. */
async function start(name: string, source = double(2)) {
  const files = [table, source, workflow].map((text, index) => ({ path: `${index}.xs`, text }))
  const { id: workspace } = await owner.api.createWorkspace({ name, start: 'files', files })
  const { objects } = await owner.api.objects({ workspace })
  const object = objects.find(({ kind }) => kind === 'function')!.id
  return { workspace, object }
}

const brief = ({ tests }: Awaited<ReturnType<Person['api']['runTests']>>) =>
  tests.map(({ object, own, name, status }) => [object, own, name, status])

describe('tests of an object', () => {
  test('run on a database of their own, with those of what uses it; coverage tells which ran what', async () => {
    const { workspace, object } = await start('covered')
    const answer = await owner.api.runTests({ workspace, object, source: double(2, refusesLarge) })
    expect(brief(answer)).toEqual([
      ['function double', true, 'doubles', 'passed'],
      ['function double', true, 'refuses what is large', 'passed'],
      ['workflow_test quadruple', false, 'quadruple', 'passed'],
    ])
    expect(answer.coverage).toEqual({
      statements: { ran: 5, of: 5 },
      branches: { ran: 3, of: 3 },
      places: [
        { address: 'stack.0', clause: null, tests: [0, 1, 2] },
        { address: 'stack.0.then.0', clause: null, tests: [1] },
        { address: 'stack.1', clause: null, tests: [0, 2] },
        { address: 'stack.1.each.0', clause: null, tests: [0, 2] },
        { address: 'stack.2', clause: null, tests: [0, 2] },
        { address: 'stack.0.then', clause: 'if', tests: [1] },
        { address: 'stack.0.otherwise', clause: 'else', tests: [0, 2] },
        { address: 'stack.1.each', clause: 'each', tests: [0, 2] },
      ],
    })
  })

  test('that do not reach a statement leave it without a test', async () => {
    const { workspace, object } = await start('half covered')
    const { coverage } = await owner.api.runTests({ workspace, object, source: null })
    expect(coverage).toMatchObject({ statements: { ran: 4, of: 5 }, branches: { ran: 2, of: 3 } })
    expect(coverage.places.filter(({ tests }) => tests.length === 0).map(({ address }) => address)).toEqual([
      'stack.0.then.0',
      'stack.0.then',
    ])
  })

  test('do not run on a text with an error', async () => {
    const { workspace, object } = await start('wrong')
    const answer = await owner.api.runTests({
      workspace,
      object,
      source: double(2).replace('$input.n > 100', '$input.m'),
    })
    expect(answer.tests).toEqual([])
    expect(answer.diagnostics.length).toBeGreaterThan(0)
  })
})

describe('where tests must pass before publishing', () => {
  const gated = async (name: string) => {
    const made = await start(name)
    await owner.api.setPublishRules({ workspace: made.workspace, testsMustPass: true })
    return made
  }
  const published = async (workspace: number, object: number) =>
    (await owner.api.object({ workspace, object })).published
  const refused = { code: 'tests_failed', message: expect.stringContaining('"doubles"') }

  test('a red draft stays a draft, whoever calls the route; a green one is published', async () => {
    const { workspace, object } = await gated('gated')
    const { edition } = await owner.api.object({ workspace, object })
    const red = await owner.api.saveDraft({ workspace, object, source: double(3), expectedEdition: edition })
    const ask = { workspace, object, expectedEdition: red.edition, note: '' }
    const answer = await server.call('/object/publish', ask, owner.headers)
    expect(answer).toMatchObject({ status: 409, body: refused })
    expect(await published(workspace, object)).toBe(double(2))

    const green = await owner.api.saveDraft({
      workspace,
      object,
      source: double(2, refusesLarge),
      expectedEdition: red.edition,
    })
    const done = await owner.api.publishObject({ ...ask, expectedEdition: green.edition })
    expect(done.published).toBe(true)
  })

  /** On a branch of its own, which starts as the live one: the function with other sums. */
  const brokenBranch = async (workspace: number) => {
    await owner.api.createBranch({ workspace, name: 'work' })
    const { objects } = await owner.api.objects({ workspace, branch: 'work' })
    const { id: object, edition: expectedEdition } = objects.find(({ kind }) => kind === 'function')!
    const draft = await owner.api.saveDraft({ workspace, object, source: double(3), expectedEdition })
    await owner.api.publishObject({ workspace, object, expectedEdition: draft.edition, note: '' })
  }

  /** A route that publishes, what it is asked, and what it answers where a test would fail. */
  type Door = [what: string, path: string, prepare: (workspace: number, object: number) => Promise<object>]

  test.each<Door>([
    [
      'to restore a version',
      '/object/restore',
      async (workspace, object) => {
        let { edition } = await owner.api.object({ workspace, object })
        // Version 2 passes its own test and breaks the workflow that uses it.
        for (const source of [double(3).replace('value = 8', 'value = 12'), double(2, refusesLarge)]) {
          const draft = await owner.api.saveDraft({ workspace, object, source, expectedEdition: edition })
          const done = await owner.api.publishObject({ workspace, object, expectedEdition: draft.edition, note: '' })
          edition = done.edition
        }
        return { object, expectedEdition: edition, version: 2 }
      },
    ],
    [
      'to import a folder',
      '/folder/import',
      async () => ({ files: [{ path: '1.xs', text: double(3) }], delete: false }),
    ],
    [
      'to merge a branch',
      '/branches/merge',
      async (workspace) => {
        await brokenBranch(workspace)
        return { from: 'work', choices: {}, apply: true }
      },
    ],
    [
      'to make another branch live',
      '/branches/live',
      async (workspace) => {
        await brokenBranch(workspace)
        return { name: 'work' }
      },
    ],
    [
      'to publish a table',
      '/table/publish',
      async (workspace) => {
        const { objects } = await owner.api.objects({ workspace })
        const { id: object, edition } = objects.find(({ kind }) => kind === 'table')!
        const source = table.replace('text body?', 'text words?')
        const draft = await owner.api.saveDraft({ workspace, object, source, expectedEdition: edition })
        return { object, expectedEdition: draft.edition, note: '', renames: {}, consent: [] }
      },
    ],
  ])('nothing leads past it: %s', async (what, path, prepare) => {
    const { workspace, object } = await start(what)
    const ask = { workspace, ...(await prepare(workspace, object)) }
    const texts = async () => {
      const { objects } = await owner.api.objects({ workspace })
      return Promise.all(objects.map(({ id }) => published(workspace, id)))
    }
    const before = await texts()
    await owner.api.setPublishRules({ workspace, testsMustPass: true })
    const answer = await server.call(path, ask, owner.headers)
    expect(answer).toMatchObject({ status: 409, body: { code: 'tests_failed' } })
    expect(await texts()).toEqual(before)

    await owner.api.setPublishRules({ workspace, testsMustPass: false })
    expect(await server.call(path, ask, owner.headers)).toMatchObject({ status: 200 })
    expect(await texts()).not.toEqual(before)
  })

  test('an object that is added stays a draft where its test fails', async () => {
    const { workspace } = await gated('added')
    const other = double(3).replace('function double', 'function triple')
    const made = await owner.api.createObject({ workspace, source: other, publish: true })
    expect(made).toMatchObject({ draft: other, published: null })
  })

  test('a merge that is only looked at runs no test', async () => {
    const { workspace } = await start('looked at')
    await brokenBranch(workspace)
    await owner.api.setPublishRules({ workspace, testsMustPass: true })
    expect((await owner.api.mergeBranch({ workspace, from: 'work', choices: {}, apply: false })).applied).toBe(false)
  })

  test.each([
    ['a function', 'function', 'function double', 'function twice'],
    ['a table', 'table', 'table note', 'table memo'],
  ])('%s that is called otherwise is held to the tests that use its old name', async (what, kind, from, to) => {
    const { workspace } = await gated(`renamed: ${what}`)
    const { objects } = await owner.api.objects({ workspace })
    const { id: object, edition } = objects.find((one) => one.kind === kind)!
    const source = (await published(workspace, object))!.replace(from, to)
    const draft = await owner.api.saveDraft({ workspace, object, source, expectedEdition: edition })
    const ask = { workspace, object, expectedEdition: draft.edition, note: '' }
    const answer = await server.call('/object/publish', ask, owner.headers)
    expect(answer).toMatchObject({ status: 409, body: { code: 'tests_failed' } })
  })
})

describe('a run of the debugger becomes a test', () => {
  const order = (stack: string) => `function order {
  input {
    int n
    password secret?
  }

  stack {
${stack}
  }

  response = {rows: $rows, at: now}
}
`
  const add = 'db.add note {\n data = {body: "a"}\n} as $row'
  const list = 'var $rows {\n value = []\n}'

  const kept = async (name: string, source: string, input: Record<string, string | number>) => {
    const { workspace } = await start(name)
    const { id: object } = await owner.api.createObject({ workspace, source, publish: true })
    const ran = await owner.api.runStack({
      workspace,
      object,
      source,
      input,
      datasource: 'live',
      token: null,
      headers: [],
      breakpoints: [],
      stop: false,
    })
    const test = await server.call('/run/keep', { workspace, run: ran.run, name: 'kept', source }, owner.headers)
    return { workspace, object, test, ran }
  }
  const textOf = (body: unknown) => (body as { source: string }).source

  test('that passes, with what it read and without what is secret', async () => {
    const stack = `${add}\ndb.query note {\n return = {type: "list"}\n} as $rows`
    const { workspace, object, test: made } = await kept('kept', order(stack), { n: 2, secret: 'Engine-1843' })
    expect(made).toMatchObject({ status: 200, body: { dropped: ['response.at'] } })
    const text = textOf(made.body)
    expect(text).toContain('test "kept" {')
    expect(text).not.toContain('Engine-1843')
    expect(brief(await owner.api.runTests({ workspace, object, source: text }))).toEqual([
      ['function order', true, 'kept', 'passed'],
    ])
  })

  test('that expects its failure', async () => {
    const { test: made } = await kept(
      'failed',
      order(`${list}\nprecondition ($input.n > 5) {\n error = "Too few."\n}`),
      { n: 2 },
    )
    expect(textOf(made.body)).toContain('exception = "Too few."')
  })

  test('a statement with the same answer in each round has one mock', async () => {
    const stack = `${list}\nfor (3) {\n each as $i {\n db.query note {\n return = {type: "count"}\n } as $count\n array.push $rows {\n value = $count\n }\n }\n}`
    const { test: made } = await kept('rounds', order(stack), { n: 1 })
    expect(made.status).toBe(200)
    expect(textOf(made.body).match(/mock = /g)).toHaveLength(1)
  })

  test.each([
    ['another answer each round', 3, 'Add record (stack.1.each.0) gave another answer from round to round'],
    [
      'more rounds than are kept',
      150,
      'is in a loop of more rounds than a run keeps. Keep a run that reaches it once.',
    ],
  ])('is refused with its statement where it has %s', async (name, rounds, message) => {
    const stack = `${list}\nfor (${rounds}) {\n each as $i {\n ${add}\n array.push $rows {\n value = $row.id\n }\n }\n}`
    const { test: made } = await kept(name, order(stack), { n: 1 })
    expect(made).toMatchObject({
      status: 409,
      body: { code: 'not_testable', message: expect.stringContaining(message) },
    })
  })

  test('without the token that it made', async () => {
    const { workspace } = await start('login')
    const people = table.replace('table note', 'table person').replace('auth = false', 'auth = true')
    await owner.api.createObject({ workspace, source: people, publish: true })
    const source = `function login {
  input {
  }

  stack {
    security.create_auth_token {
      table = "person"
      id = 1
      extras = {role: "admin"}
      expiration = 60
    } as $token
  }

  response = {token: $token}
}
`
    const { id: object } = await owner.api.createObject({ workspace, source, publish: true })
    const ask = { workspace, object, source, input: {}, datasource: 'live', token: null, headers: [] }
    const ran = await owner.api.runStack({ ...ask, breakpoints: [], stop: false })
    const { token } = ran.result as { token: string }
    expect(token.length).toBeGreaterThan(100)
    const test = await server.call('/run/keep', { workspace, run: ran.run, name: 'kept', source }, owner.headers)
    expect(test.status).toBe(200)
    expect(textOf(test.body)).not.toContain(token)
    expect(textOf(test.body)).not.toContain(token.slice(-40))
  })

  test('for whoever ran it alone', async () => {
    const { workspace, ran } = await kept('whose', order(list), { n: 1 })
    const other = await server.person('other')
    await server.join(workspace, other, 'developer')
    const ask = { workspace, run: ran.run, name: 'theirs', source: order(list) }
    expect((await server.call('/run/keep', ask, other.headers)).body).toMatchObject({ code: 'unknown_run' })
  })
})
