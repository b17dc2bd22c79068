import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadFolder } from '../src/run/load-folder.ts'
import { createRunPorts } from '../src/run/run-ports.ts'
import { runTests, type TestReport } from '../src/test/run-tests.ts'
import { createTestDatabase } from '../src/test/test-database.ts'

const workspace = `table note {
  schema {
    int id
    text body
  }

  index = [{type: "primary", field: [{name: "id"}]}]
}
---
api_group notes {
}
---
query "notes/{note_id}" verb=GET {
  api_group = "notes"
  auth = "user"

  input {
    int note_id
  }

  stack {
    db.get note {
      field_name = "id"
      field_value = $input.note_id
    } as $note

    precondition ($note != null) {
      error_type = "notfound"
      error = "No such note."
    }
  }

  response = $note
}
---
function double {
  input {
    int n
  }

  stack {
    precondition ($input.n > 0) {
      error_type = "inputerror"
      error = "n must be positive"
    }

    api.request {
      url = "https://example.com"
      method = "GET"
      mock = {"uses its mock": {response: {result: 7}}}
    } as $answer
  }

  response = $answer.response.result * $input.n

  test "uses its mock" {
    input = {n: 2}

    expect.to_equal ($response) {
      value = 14
    }
  }

  test "fails on purpose" {
    input = {n: 0}

    expect.to_equal ($response) {
      value = 0
    }
  }

  test "is refused" {
    input = {n: 0}

    expect.to_throw {
      exception = "MUST be positive"
    }
  }

  test "is refused, by its code" {
    input = {n: 0}

    expect.to_throw {
      value = "ERROR_CODE_INPUT"
    }
  }

  test "is refused for another reason" {
    input = {n: 0}

    expect.to_throw {
      value = "too large"
    }
  }

  !test "is left out" {
    input = {n: 0}
  }
}
---
workflow_test first {
  stack {
    db.add note {
      data = {body: "one"}
    } as $note

    expect.to_equal ($note.id) {
      value = 1
    }

    api.call "notes/1" verb=GET {
      api_group = "notes"
    } as $found

    expect.to_equal ($found.body) {
      value = "one"
    }

    api.call "notes/2" verb=GET {
      api_group = "notes"
    } as $missing

    expect.to_equal ($missing.code) {
      value = "ERROR_CODE_NOT_FOUND"
    }
  }
}
---
workflow_test "starts on an empty database" {
  stack {
    db.query note {
      return = {type: "count"}
    } as $count

    expect.to_equal ($count) {
      value = 0
    }

    db.add note {
      data = {body: "again"}
    } as $note

    expect.to_equal ($note.id) {
      value = 1
    }

    expect.to_throw {
      stack {
        api.call "notes/9" verb=GET {
          api_group = "notes"
        } as $none
      }

      exception = "No such note"
    }
  }
}
`

let folder = ''
let data = ''
let report: TestReport

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-test-'))
  data = await mkdtemp(join(tmpdir(), 'cairn-test-data-'))
  await writeFile(join(folder, 'all.xs'), workspace)
  const program = await loadFolder(folder)
  const storage = { databaseUrl: undefined, dataDirectory: data, log: () => undefined }
  const database = createTestDatabase(program.model, storage)
  report = await runTests({
    program,
    ports: () => createRunPorts(program.model, () => undefined),
    database,
  })
  await database.close()
}, 60_000)

afterAll(async () => {
  for (const made of [folder, data]) await rm(made, { recursive: true, force: true, maxRetries: 5 })
})

test.each([
  ['uses its mock', 'unit', 'passed', ''],
  ['fails on purpose', 'unit', 'failed', 'n must be positive (function "double", line 42: Precondition)'],
  ['is refused', 'unit', 'passed', ''],
  ['is refused, by its code', 'unit', 'passed', ''],
  [
    'is refused for another reason',
    'unit',
    'failed',
    'Expected an error with "too large" in its message, got "n must be positive" (ERROR_CODE_INPUT_ERROR). (test "is refused for another reason", line 91: Expect: fails)',
  ],
  ['is left out', 'unit', 'skipped', 'It is disabled.'],
  ['first', 'workflow', 'passed', ''],
  ['starts on an empty database', 'workflow', 'passed', ''],
])('%s: a %s test that is %s', (name, kind, status, message) => {
  expect(report.tests.find((found) => found.name === name)).toMatchObject({ kind, status, message })
})

test('the report counts them', () => {
  expect(report).toMatchObject({ passed: 5, failed: 2, skipped: 1 })
})
