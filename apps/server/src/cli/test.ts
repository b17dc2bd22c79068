import { loadFolder } from '../run/load-folder.ts'
import { createRunPorts } from '../run/run-ports.ts'
import { dataLocation } from '../serve/data-location.ts'
import { runTests, type TestResult } from '../test/run-tests.ts'
import { createTestDatabase } from '../test/test-database.ts'
import type { CommandLine, Terminal } from './command.ts'

/** `cairn test PATH [--filter TEXT] [--json]`: exit code 1 when a test fails. */
export async function test({ paths, flags }: CommandLine, terminal: Terminal): Promise<number> {
  const program = await loadFolder(paths[0]!)
  const { databaseUrl, dataDirectory } = dataLocation(process.env)
  const silent = () => undefined
  const database = createTestDatabase(program.model, { databaseUrl, dataDirectory, log: silent })
  const json = flags['json'] === true
  try {
    const report = await runTests({
      program,
      ports: () => createRunPorts(program.model, silent),
      database,
      filter: typeof flags['filter'] === 'string' ? flags['filter'] : '',
      report: (result) => {
        if (!json) terminal.out(lineOf(result))
      },
    })
    const { passed, failed, skipped, seconds } = report
    const summary = `${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`
    terminal.out(json ? JSON.stringify(report) : summary)
    return failed === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}

function lineOf({ status, object, name, message }: TestResult): string {
  const mark = { passed: '✓', failed: '✗', skipped: '-' }[status]
  return `${mark} ${object}: ${name}${message === '' ? '' : `\n    ${message}`}`
}
