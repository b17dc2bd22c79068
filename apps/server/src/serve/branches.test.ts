import { expect, test } from 'vitest'
import type { ServedBranch } from '../http/served.ts'
import { createBranches } from './branches.ts'

const branch = (name: string) => ({ name }) as ServedBranch

function setUp() {
  const loads: { name: string; finish: (outcome: ServedBranch | null | Error) => void }[] = []
  const live = branch('v1')
  const branches = createBranches(
    live,
    (name) =>
      new Promise((resolve, reject) => {
        loads.push({ name, finish: (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)) })
      }),
  )
  branches.changed('dev')
  return { loads, live, branches }
}

test('the live branch is there, an unknown one is not, and neither is loaded', () => {
  const { loads, live, branches } = setUp()
  expect([branches.find('v1'), branches.find('gone'), loads]).toEqual([live, null, []])
})

test('a branch is loaded once, then found at once', async () => {
  const { loads, branches } = setUp()
  const [one, two] = [branches.find('dev'), branches.find('dev')]
  const dev = branch('dev')
  loads[0]!.finish(dev)
  expect([await one, await two, loads.length]).toEqual([dev, dev, 1])
  expect(branches.find('dev')).toBe(dev)
})

test('a publish while a branch is loaded has it loaded again', async () => {
  const { loads, branches } = setUp()
  const first = branches.find('dev')
  branches.changed('dev')
  loads[0]!.finish(branch('dev'))
  await first
  const second = branches.find('dev')
  const newer = branch('dev')
  loads[1]!.finish(newer)
  expect(await second).toBe(newer)
})

test('a branch that was deleted before it was loaded is there no more', async () => {
  const { loads, branches } = setUp()
  const found = branches.find('dev')
  loads[0]!.finish(null)
  expect([await found, branches.find('dev'), loads.length]).toEqual([null, null, 1])
})

test('a load that failed is tried again', async () => {
  const { loads, branches } = setUp()
  const first = branches.find('dev')
  loads[0]!.finish(new Error('database away'))
  await expect(first).rejects.toThrow('database away')
  void branches.find('dev')
  expect(loads).toHaveLength(2)
})
