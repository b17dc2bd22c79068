import { parseArgs } from 'node:util'
import { UsageError, type Command, type CommandLine } from './command.ts'

/** Reads what follows the command's name. Throws a UsageError that names what is wrong. */
export function parseCommandLine(command: Command, args: string[]): CommandLine {
  const { positionals, values } = readArgs(command, args)
  const { min, max, label } = command.paths
  if (positionals.length < min) throw new UsageError(`${command.name} needs ${label}.`)
  if (positionals.length > max) throw new UsageError(`${command.name} takes no "${positionals[max]}".`)
  return { paths: positionals, flags: values }
}

function readArgs(command: Command, args: string[]) {
  const entries = Object.entries(command.flags).map(([name, flag]) => {
    const type: 'string' | 'boolean' = flag.value === undefined ? 'boolean' : 'string'
    return [name, { type, multiple: flag.repeats ?? false }] as const
  })
  try {
    return parseArgs({ args, options: Object.fromEntries(entries), allowPositionals: true })
  } catch (error) {
    const message = error instanceof Error ? error.message.split(/\.\s/, 1)[0]! : String(error)
    throw new UsageError(`${message.replace(/\.$/, '')}.`)
  }
}
