import { expect, test } from 'vitest'
import { ownedServer } from './editor-server.ts'

const { owner } = await ownedServer()

const task = (name: string, schedule: string, more = '') =>
  `task "${name}" {\n  stack {\n  }\n\n  schedule = [${schedule}]\n${more}}\n`

test('each published task tells when it is due next', async () => {
  const { id: workspace } = await owner.api.createWorkspace({ name: 'tasks', start: 'blank', files: [] })
  const hourly = '{starts_on: 2026-01-01 00:00:00+0000, freq: 3600}'
  const make = async (text: string, publish = true) =>
    (await owner.api.createObject({ workspace, source: text, publish })).id
  const ids = {
    hourly: await make(task('hourly', hourly)),
    off: await make(task('off', hourly, '  active = false\n')),
    past: await make(task('past', '{starts_on: 2020-01-01 00:00:00+0000}', '  datasource = "test"\n')),
    draft: await make(task('draft', hourly), false),
  }
  const { tasks } = await owner.api.tasks({ workspace })
  const of = (id: number) => tasks.find(({ object }) => object === id)
  const next = new Date(of(ids.hourly)?.next ?? 0).getTime()
  expect(next % 3600_000).toBe(0)
  expect(next - Date.now()).toBeGreaterThan(0)
  expect(next - Date.now()).toBeLessThanOrEqual(3600_000)
  expect(of(ids.hourly)).toMatchObject({ active: true, datasource: 'live', every: [3600] })
  expect(of(ids.off)).toMatchObject({ active: false, next: null })
  expect(of(ids.past)).toMatchObject({ datasource: 'test', every: [], next: null })
  expect(of(ids.draft)).toBeUndefined()
})
