import type { Command } from './command.ts'

const json = { help: 'print the result as JSON' }
const somePaths = { label: 'PATH…', min: 1, max: Infinity }

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'check',
    paths: somePaths,
    help: 'Parses and checks .xs files; exit code 1 when there are errors.',
    flags: { json },
    load: async () => (await import('./check.ts')).check,
  },
]
