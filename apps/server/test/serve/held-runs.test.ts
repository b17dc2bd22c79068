import { expect, test } from 'vitest'
import { clientWith } from '../editor/editor-server.ts'
import { startServe, temporaryFolder } from './served-process.ts'

const password = 'four quiet words here'
const source = `function "f" {
  input {
    int n
  }

  stack {
    var $a {
      value = $input.n
    }
    var $b {
      value = $a * 2
    }
    var $x {
      value = $b + 1
    }
  }

  response = $x
}
`

/** The editor's API as its owner; a connection a call, so that the calls of one go to both workers by turns. */
async function owner(url: string, setupLink: string) {
  const code = new URL(setupLink).hash.slice(1)
  const response = await fetch(`${url}/api:meta/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ code, email: 'ada@example.com', name: 'Ada', password }),
  })
  expect(response.status).toBe(200)
  const cookie = response.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  return clientWith(url, { cookie, connection: 'close' })
}

test(
  'a run that stands still goes on, and one that ended becomes a test, whichever of two workers is asked',
  { timeout: 120_000 },
  async () => {
    const serve = await startServe(await temporaryFolder(), '--ephemeral', '--workers', '2')
    const api = await owner(serve.ready.url, await serve.setupLink())
    const { id: workspace } = await api.createWorkspace({ name: 'held', start: 'blank', files: [] })
    const { id: object } = await api.createObject({ workspace, source, publish: true })
    const ask = { workspace, object, source: null, datasource: 'live', token: null, headers: [], breakpoints: [] }
    const start = (n: number) => api.runStack({ ...ask, input: { n }, stop: true })
    const resume = (session: string, action: 'continue' | 'over' | 'stop', set: Record<string, number> = {}) =>
      api.resumeRun({ workspace, session, action, set, breakpoints: [] })

    for (let n = 1; n <= 4; n++) {
      const first = await start(n)
      const second = await resume(first.held!.session, 'over')
      expect(second.held!.variables).toEqual([['a', n]])
      const third = await resume(second.held!.session, 'over', { a: 10 * n })
      expect(third.held!.variables).toEqual([
        ['a', 10 * n],
        ['b', 20 * n],
      ])
      const end = await resume(third.held!.session, 'continue')
      expect([end.status, end.result]).toEqual(['done', 20 * n + 1])
      await expect(resume(third.held!.session, 'continue')).rejects.toMatchObject({ status: 404, code: 'unknown_run' })
    }

    // One that ended is found by whoever keeps it as a test.
    for (let n = 1; n <= 4; n++) {
      const { run } = await api.runStack({ ...ask, input: { n }, stop: false })
      const kept = await api.keepRun({ workspace, run: run!, name: `of ${n}`, source })
      expect(kept.source).toContain(`test "of ${n}"`)
    }

    // How many one person may hold is counted over both.
    const held = [await start(1), await start(2), await start(3)]
    await expect(start(4)).rejects.toMatchObject({ status: 429, code: 'too_many_held' })
    for (const { session } of held.map((one) => one.held!)) {
      const stopped = await resume(session, 'stop')
      expect(stopped.error?.message).toBe('The run was stopped in the debugger.')
    }
    await expect(api.runStack({ ...ask, source: 'function {', input: {}, stop: true })).resolves.toMatchObject({
      status: 'refused',
    })
    expect(await serve.stop()).toBe(0)
  },
)
