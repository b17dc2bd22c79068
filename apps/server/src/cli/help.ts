import type { Command } from './command.ts'

/** The help of all commands together. */
export function generalHelp(commands: readonly Command[]): string {
  const rows = commands.map(
    (command) => [`  cairn ${command.name} ${command.paths.label}`.trimEnd(), command.help] as const,
  )
  return ['Usage: cairn COMMAND …', '', ...columns(rows), '', '`cairn COMMAND --help` lists its flags.'].join('\n')
}

export function commandHelp(command: Command): string {
  const flags = Object.entries(command.flags).map(
    ([name, flag]) =>
      [`  --${name}${flag.value ? ` ${flag.value}` : ''}`, flag.help + (flag.repeats ? ' (may repeat)' : '')] as const,
  )
  const usage = `Usage: cairn ${command.name} ${command.paths.label}`.trimEnd()
  return [`${usage} [FLAGS]`, '', command.help, '', ...columns([...flags, ['  --help', 'show this help']])].join('\n')
}

function columns(rows: (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return rows.map(([left, right]) => left.padEnd(width) + right)
}
