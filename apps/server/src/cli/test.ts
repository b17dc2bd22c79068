import { loadFolder } from '../run/load-folder.ts'
import { createRunPorts } from '../run/run-ports.ts'
import { dataLocation } from '../serve/data-location.ts'
import { Coverage, share, type CoverageReport, type Share } from '../test/coverage.ts'
import { runTests, testedObject, type TestResult } from '../test/run-tests.ts'
import { createTestDatabase } from '../test/test-database.ts'
import type { CommandLine, Terminal } from './command.ts'

/** `cairn test PATH [--filter TEXT] [--coverage] [--json]`: exit code 1 when a test fails. */
export async function test({ paths, flags }: CommandLine, terminal: Terminal): Promise<number> {
  const program = await loadFolder(paths[0]!)
  const { databaseUrl, dataDirectory } = dataLocation(process.env)
  const silent = () => undefined
  const database = createTestDatabase(program.model, { databaseUrl, dataDirectory, log: silent })
  const json = flags['json'] === true
  const filter = typeof flags['filter'] === 'string' ? flags['filter'] : ''
  const coverage = flags['coverage'] === true ? new Coverage(program.model) : null
  try {
    const report = await runTests({
      program,
      ports: () => createRunPorts(program.model, silent),
      database,
      tests: program.tests.filter((one) => [testedObject(one), one.name].some((text) => text.includes(filter))),
      ...(coverage === null ? {} : { coverage }),
      report: (result) => {
        if (!json) terminal.out(lineOf(result))
      },
    })
    const { passed, failed, skipped, seconds } = report
    const reached = coverage?.report() ?? null
    if (json) terminal.out(JSON.stringify(reached === null ? report : { ...report, coverage: reached }))
    else {
      if (reached !== null) terminal.out(coverageLines(reached).join('\n'))
      terminal.out(`${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`)
    }
    return failed === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}

function lineOf({ status, object, name, message }: TestResult): string {
  const mark = { passed: '✓', failed: '✗', skipped: '-' }[status]
  return `${mark} ${object}: ${name}${message === '' ? '' : `\n    ${message}`}`
}

/** A line for each object, then all together. */
function coverageLines({ objects, statements, branches }: CoverageReport): string[] {
  const own = objects.map(({ file, object, ...places }) => {
    const missed = places.statements.filter(({ tests }) => tests.length === 0).map(({ line }) => line)
    const left = missed.length === 0 ? '' : `, not run: ${file}:${[...new Set(missed)].join(',')}`
    return `  ${object}: ${figures(share(places.statements), share(places.branches))}${left}`
  })
  return ['Coverage', ...own, `  ${figures(statements, branches)}`]
}

const figures = (statements: Share, branches: Share): string =>
  `${statements.ran} of ${statements.of} statements, ${branches.ran} of ${branches.of} branches`
