import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startServe, temporaryFolder } from './served-process.ts'

const notes = fileURLToPath(new URL('notes', import.meta.url))

async function addNote(url: string, body: string): Promise<number> {
  const response = await fetch(`${url}/api:notes/note`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ body }),
  })
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return ((await response.json()) as { id: number }).id
}

async function noteIds(url: string): Promise<number[]> {
  const response = await fetch(`${url}/api:notes/note`)
  return ((await response.json()) as { id: number }[]).map(({ id }) => id)
}

test('every write that was answered is there after a power cut', { timeout: 120_000 }, async () => {
  const folder = await temporaryFolder()
  const first = await startServe(folder, '--workspace', notes)
  const answered: number[] = []
  let cut = false
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let turn = 0; !cut; turn += 1) {
      try {
        answered.push(await addNote(first.ready.url, `${writer}/${turn}`))
      } catch (error) {
        if (!cut) throw error
      }
    }
  })
  while (answered.length < 50) await Promise.race([...writers, new Promise((resolve) => setTimeout(resolve, 20))])
  cut = true
  await first.cutPower()
  await Promise.all(writers)

  const second = await startServe(folder)
  const kept = new Set(await noteIds(second.ready.url))
  expect(answered.filter((id) => !kept.has(id))).toEqual([])
  expect(await addNote(second.ready.url, 'after')).toBeGreaterThan(Math.max(...answered))
  expect(await second.stop()).toBe(0)
})
