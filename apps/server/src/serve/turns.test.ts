import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

test('so many work at once; of those that wait the last goes first, also after one failed', async () => {
  const turns = new Turns(2)
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const start = (name: string) =>
    turns.run(async () => {
      begun.push(name)
      await new Promise<void>((resolve, reject) =>
        ends.set(name, (error) => (error === undefined ? resolve() : reject(error))),
      )
      return name
    })
  const [a, b, c, d] = [start('a'), start('b'), start('c'), start('d')]
  expect(begun).toEqual(['a', 'b'])
  ends.get('b')?.(new Error('gone'))
  await expect(b).rejects.toThrow('gone')
  await expect.poll(() => begun).toEqual(['a', 'b', 'd'])
  ends.get('a')?.()
  expect(await a).toBe('a')
  await expect.poll(() => begun).toEqual(['a', 'b', 'd', 'c'])
  ends.get('c')?.()
  ends.get('d')?.()
  expect(await Promise.all([c, d])).toEqual(['c', 'd'])
  const e = start('e')
  expect(begun).toContain('e')
  ends.get('e')?.()
  expect(await e).toBe('e')
})
