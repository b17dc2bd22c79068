import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startServe, temporaryFolder } from './served-process.ts'

const notes = fileURLToPath(new URL('notes', import.meta.url))

test('serve says where it is, answers, and stops its database', { timeout: 120_000 }, async () => {
  const folder = await temporaryFolder()
  const serve = await startServe(folder, '--workspace', notes, '--ephemeral', '--canonical', 'Notes=mine')
  const { url, groups, tables } = serve.ready
  expect({ groups, tables }).toEqual({
    groups: [{ name: 'Notes', canonical: 'mine', url: `${url}/api:mine` }],
    tables: ['note'],
  })
  const answers = await Promise.all(
    [
      ['/api:mine/note', '[]'],
      ['/api:notes/note', 'ERROR_CODE_NOT_FOUND'],
      ['/api:mine/note?x-data-source=nowhere', 'ERROR_CODE_BAD_REQUEST'],
      ['/api:mine/note?x-data-source=test', '[]'],
      ['/api:meta/setup', '{"open":true}'],
    ].map(async ([path, expected]) => [expected, await (await fetch(url + path)).text()] as const),
  )
  for (const [expected, answer] of answers) expect(answer).toContain(expected)
  expect(await serve.stop()).toBe(0)
  expect(await readdir(join(folder, 'postgres/data'))).not.toContain('postmaster.pid')
})

test.runIf(process.platform === 'linux')(
  'a process that imported a folder and serves it idles below 120 MB',
  { timeout: 60_000 },
  async () => {
    const serve = await startServe(await temporaryFolder(), '--workspace', notes, '--ephemeral')
    expect((await fetch(`${serve.ready.url}/api:notes/note`)).status).toBe(200)
    const megabytes = async () => {
      const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(await readFile(`/proc/${serve.pid}/status`, 'utf8')) ?? []
      return Number(kilobytes) / 1024
    }
    // What the start itself took is given back within seconds; with Prisma in it the process would keep 220 MB.
    await expect.poll(megabytes, { timeout: 20_000, interval: 250 }).toBeLessThan(120)
  },
)

test('workers share one port and end together', { timeout: 120_000 }, async () => {
  const folder = await temporaryFolder()
  const serve = await startServe(folder, '--workspace', notes, '--ephemeral', '--workers', '2')
  const statuses = await Promise.all(
    Array.from({ length: 20 }, async () => (await fetch(`${serve.ready.url}/api:notes/note`)).status),
  )
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(await serve.stop()).toBe(0)
})
