import { expect, test } from 'vitest'
import { createFileId, formatPath, parsePath } from './file-path.ts'

const id = createFileId()

test.each(['a.txt', 'a b.txt', 'é.txt', '..', '%2e', 'a%2fb'])('the path of a file named %j reads back', (name) => {
  const path = { workspace: 'w1', access: 'private', id, name } as const
  expect(parsePath(formatPath(path))).toEqual(path)
})

test.each([
  '/vault/w1/private/../secret/a.txt',
  `/vault/../private/${id}/a.txt`,
  `/vault/w1/../${id}/a.txt`,
  `/vault/w1/private/${id}/../a.txt`,
  `/vault/w1/private/${id}/..%2fa.txt/`,
  `/vault/w1/private/%2e%2e/a.txt`,
  `/vault/w1/private/${id.slice(1)}/a.txt`,
  `/vault/w1/private/${id}/a.txt?x`,
  `/vault/w1/private/${id}/%ff`,
  `/vault/w1/private/${id}/%61.txt`,
  `/vault/w1/secret/${id}/a.txt`,
  `x/vault/w1/private/${id}/a.txt`,
  `/vault/w1/private/${id}/`,
  '',
])('%s is no path of a file', (path) => {
  expect(parsePath(path)).toBeNull()
})
