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
  {
    name: 'run',
    paths: { label: '[PATH]', min: 0, max: 1 },
    help: 'Runs one function of a workspace folder, or a file of cases, without a database.',
    flags: {
      function: { value: 'NAME', help: 'the function to run' },
      input: { value: 'JSON', help: 'its input, an object; {} when left out' },
      cases: { value: 'FILE', help: 'run [{id, workspace, function, input, expect}] and compare the results' },
      json,
    },
    load: async () => (await import('./run.ts')).run,
  },
]
