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
  {
    name: 'format',
    paths: somePaths,
    help: 'Writes .xs files in canonical form; files with errors stay as they are.',
    flags: { check: { help: 'write nothing; exit code 1 when printing a file would not keep it stable' }, json },
    load: async () => (await import('./format.ts')).format,
  },
]
