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
    name: 'test',
    paths: { label: 'PATH', min: 1, max: 1 },
    help: 'Runs the unit tests and workflow tests of a workspace folder, each on an empty database.',
    flags: {
      filter: { value: 'TEXT', help: 'only tests whose object or name has this text' },
      coverage: { help: 'tell which statements and branches the tests run' },
      json,
    },
    load: async () => (await import('./test.ts')).test,
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
  {
    name: 'serve',
    paths: { label: '', min: 0, max: 0 },
    help: 'Serves the APIs and the editor until it is stopped.',
    flags: {
      workspace: { value: 'DIR', help: 'load this workspace folder first' },
      ephemeral: { help: 'use a database of its own, dropped at exit' },
      port: { value: 'N', help: 'where to listen, 0 for a free port; PORT or 9999 when left out' },
      host: { value: 'H', help: 'the address to listen on; HOST or 127.0.0.1 when left out' },
      workers: { value: 'N', help: 'processes that share the port; 1 when left out' },
      canonical: { value: 'NAME=SEGMENT', repeats: true, help: 'the URL segment of an API group' },
      json: { help: 'print one line of JSON when ready' },
    },
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'push',
    paths: { label: 'DIR', min: 1, max: 1 },
    help: 'Brings a folder into the installation of CAIRN_DATA_DIR or DATABASE_URL, and publishes it.',
    flags: {
      name: { value: 'NAME', help: 'the workspace; what the folder says, or its own name, when left out' },
      branch: {
        value: 'NAME',
        help: 'the branch, made from the live one when there is none; the live one when left out',
      },
      delete: { help: 'also remove what the folder does not hold' },
      json,
    },
    load: async () => (await import('./push.ts')).push,
  },
  {
    name: 'pull',
    paths: { label: 'DIR', min: 1, max: 1 },
    help: 'Writes a workspace of the installation of CAIRN_DATA_DIR or DATABASE_URL into a folder.',
    flags: {
      name: { value: 'NAME', help: 'the workspace; may be left out when there is only one' },
      branch: { value: 'NAME', help: 'the branch; the live one when left out' },
      json,
    },
    load: async () => (await import('./pull.ts')).pull,
  },
]
