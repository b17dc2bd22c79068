import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWorkspace } from '@cairn/language'
import { loadProgram } from '@cairn/runtime'
import { expect, test } from 'vitest'
import { createRunPorts } from '../src/run/run-ports.ts'
import { runTests } from '../src/test/run-tests.ts'
import { createTestDatabase } from '../src/test/test-database.ts'

const text = `table note {
  schema {
    int id
  }
}
---
workflow_test counts {
  stack {
    db.query note {
      return = {type: "count"}
    } as $count
  }
}
---
workflow_test "counts again" {
  stack {
    var $x {
      value = 1
    }
    db.query note {
      return = {type: "count"}
    } as $count
  }
}
---
workflow_test adds {
  stack {
    var $x {
      value = 1
    }
  }
}
`

test('tests that need a database fail with the reason when none can be made; the others run', async () => {
  const { model } = loadProgram(readWorkspace([{ path: 'all.xs', text }]))
  const dataDirectory = await mkdtemp(join(tmpdir(), 'cairn-no-database-'))
  const databaseUrl = 'postgres://nobody@127.0.0.1:1/none'
  const database = createTestDatabase(model, { databaseUrl, dataDirectory, log: () => undefined })
  const program = loadProgram(model)
  const { tests } = await runTests({ program, ports: () => createRunPorts(model, () => undefined), database })
  await database.close()
  await rm(dataDirectory, { recursive: true })
  expect(tests.map(({ name, status }) => [name, status])).toEqual([
    ['counts', 'failed'],
    ['counts again', 'failed'],
    ['adds', 'passed'],
  ])
  const reason = 'Tests run on a database of their own, and none could be made'
  expect(tests[0]!.message).toContain(reason)
  expect(tests[0]!.message).toContain('(workflow test "counts", line 9: Query all records)')
  expect(tests[1]!.message).toContain(reason)
  expect(tests[1]!.message).toContain('(workflow test "counts again", line 20: Query all records)')
})
