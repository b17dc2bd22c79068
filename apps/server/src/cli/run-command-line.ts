import { UsageError, type Terminal } from './command.ts'
import { commands } from './commands.ts'
import { commandHelp, generalHelp } from './help.ts'
import { parseCommandLine } from './parse-command-line.ts'

/** Runs `cairn ARGS` and resolves to the exit code: 0, 1 when the command found something wrong, 2 for a bad call. */
export async function runCommandLine(args: string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === '--help' || name === 'help') {
    terminal.out(generalHelp(commands))
    return 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) {
    const known = commands.map((candidate) => candidate.name).join(', ')
    terminal.error(`cairn: ${name === undefined ? 'no command' : `unknown command "${name}"`}. Commands: ${known}`)
    return 2
  }
  if (rest.includes('--help')) {
    terminal.out(commandHelp(command))
    return 0
  }
  try {
    const line = parseCommandLine(command, rest)
    return await (
      await command.load()
    )(line, terminal)
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(`cairn: ${error.message} See: cairn ${command.name} --help`)
      return 2
    }
    if (!isForPeople(error)) throw error
    terminal.error(`cairn: ${error.message}${error.hint ? `\n  ${error.hint}` : ''}`)
    return 1
  }
}

/** By name: importing their classes would load the database for every command. */
const forPeople = new Set(['StartError', 'ClusterError', 'SecretError', 'WorkspaceError'])

/** Whether an error says what to do next and is no defect, so that its message is all that helps. */
function isForPeople(error: unknown): error is Error & { hint?: string | null } {
  return error instanceof Error && forPeople.has(error.name)
}
