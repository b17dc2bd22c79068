import { expect, test } from 'vitest'
import { findWorkspaces } from './find-workspaces.ts'

const table = (path: string, name = 'user') => ({ path, text: `table ${name} {\n  schema {\n    int id\n  }\n}\n` })
const named = (path: string, name: string) => ({ path, text: `function "${name}" {\n  stack {\n  }\n}\n` })

/** The paths of each workspace's objects, and the severities of what was found. */
function found(...files: { path: string; text: string }[]) {
  return findWorkspaces(files).map(({ files: objects, diagnostics }) => ({
    paths: [...objects.values()].map(({ path }) => path),
    severities: diagnostics.map(({ severity }) => severity),
  }))
}

test.each([
  [
    'one workspace in any layout',
    [table('w/data/users.xs'), named('w/logic/f.xs', 'f')],
    [{ paths: ['w/data/users.xs', 'w/logic/f.xs'], severities: [] }],
  ],
  [
    'a name twice in one workspace is an error',
    [table('w/table/a.xs'), table('w/table/b.xs')],
    [{ paths: ['w/table/a.xs'], severities: ['error'] }],
  ],
  [
    'two workspaces, each with what stands beside its folders of kinds',
    [table('a/table/u.xs'), named('a/run.xs', 'f'), table('b/x/tables/u.xs'), named('b/x/function/g.xs', 'g')],
    [
      { paths: ['a/table/u.xs', 'a/run.xs'], severities: [] },
      { paths: ['b/x/tables/u.xs', 'b/x/function/g.xs'], severities: [] },
    ],
  ],
  [
    'a heap among workspaces: each file alone',
    [table('a/table/u.xs'), table('heap/table/u.xs'), table('heap/table/v.xs')],
    [
      { paths: ['a/table/u.xs'], severities: [] },
      { paths: ['heap/table/u.xs'], severities: ['warning'] },
      { paths: ['heap/table/v.xs'], severities: [] },
    ],
  ],
])('%s', (_title, files, expected) => {
  expect(found(...files)).toEqual(expected)
})
