/** Work that would go on for ever, or take all there is: each ends with an error, and others are answered meanwhile. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { readWorkspace } from '@cairn/language'
import { loadProgram, type Limits } from '@cairn/runtime'
import { createSandbox, type Sandbox } from '@cairn/sandbox'
import { FileResource } from '@cairn/statements'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttpServer } from '../src/http/http-server.ts'
import type { ServedBranch } from '../src/http/served.ts'
import { runFunction } from '../src/run/run-function.ts'
import { createRunPorts } from '../src/run/run-ports.ts'
import { newTally } from '../src/http/tally.ts'
import { servedGroups } from '../src/serve/served-groups.ts'

const limits: Limits = { deadline: 3000, maxDepth: 100, maxText: 8_000_000, maxArray: 1_000_000 }

const doubling = `var $x { value = [{a: {b: 1}}] }
 for (40) { each as $i { var.update $x { value = [$x, $x] } } }`

/** What each endpoint does, the reason it ends with, and where. */
const works: [name: string, stack: string, reason: string, at: RegExp][] = [
  ['loop', 'while (true) { each { var $x { value = 1 } } }', 'deadline_exceeded', /^stack\.0\.each\.0$/],
  [
    'waiting_loop',
    'util.sleep { value = 0 }\n while (true) { each { var $x { value = 1 } } }',
    'deadline_exceeded',
    /^stack\.1\.each\.0$/,
  ],
  [
    'text',
    'var $x { value = "aaaaaaaa" }\n while (true) { each { var.update $x { value = $x ~ $x } } }',
    'text_too_long',
    /^stack\.1\.each\.0$/,
  ],
  ['fill', 'var $x { value = "x"|fill:0:1000000000 }', 'array_too_long', /^stack\.0$/],
  ['recursion', 'function.run "deep" { input = {n: 1} } as $x', 'call_depth_exceeded', /stack\.0$/],
  ['pattern', 'var $x { value = "/([ab]{1,500}c){2}/"|regex_matches:("a"|fill:0:200000|join:"") }', '', /^stack\.0$/],
  ['member', `${doubling}\n var $y { value = $x.a }`, 'value_too_large', /^stack\.2$/],
  ['path', `${doubling}\n var $y { value = $x|get:"a.b" }`, 'value_too_large', /^stack\.2$/],
  [
    'members_in_a_loop',
    `var $x { value = [{a: 1}] }
 for (11) { each as $i { var.update $x { value = [$x, $x] } } }
 while (true) { each { var $y { value = $x.a } } }`,
    'deadline_exceeded',
    /^stack\.2\.each\.0$/,
  ],
  ['json', `${doubling}\n var $y { value = $x|json_encode }`, 'value_too_large', /^stack\.2$/],
  ['lambda_loop', 'api.lambda { code = "for (;;);" } as $x', 'lambda_timeout', /^stack\.0$/],
  [
    'lambda_pattern',
    `api.lambda { code = "return /^(a+)+$/.test('a'.repeat(60) + 'b')" } as $x`,
    'lambda_timeout',
    /^stack\.0$/,
  ],
  ['lambda_memory', 'api.lambda { code = "return new Uint8Array(2e9).length" } as $x', 'lambda_memory', /^stack\.0$/],
  [
    'template_loop',
    'util.template_engine { value = "{% for i in 1..100000000 %}x{% endfor %}" } as $x',
    '',
    /^stack\.0$/,
  ],
  ['zip_bomb', 'zip.extract { zip = {path: "/bomb"} } as $x', 'archive_too_large', /^stack\.0$/],
  ['lambda_input', `${doubling}\n api.lambda { code = "return $var.x" } as $y`, 'lambda_input', /^stack\.2$/],
]

const endpoint = (name: string, stack: string) =>
  `query ${name} verb=GET {\n api_group = "main"\n input {\n }\n stack {\n ${stack}\n }\n response = 1\n}`

const texts = [
  'api_group main {\n canonical = "main"\n}',
  'function deep {\n input {\n int n\n }\n stack {\n function.run "deep" { input = {n: $input.n + 1} } as $x\n }\n response = 1\n}',
  `function pack {\n input {\n }\n stack {\n zip.create_archive { filename = "bomb.zip" } as $zip
 zip.add_to_archive { file = {path: "/zeros"} zip = $zip }\n }\n response = $zip\n}`,
  endpoint('quick', 'var $x { value = 1 }'),
  endpoint('answer', doubling).replace('response = 1', 'response = $x'),
  ...works.map(([name, stack]) => endpoint(name, stack)),
]

let sandbox: Sandbox
let url: string
let close: () => void
const errors = new Map<string, unknown>()

beforeAll(async () => {
  sandbox = createSandbox({ worker: new URL('../dist/sandbox-worker.js', import.meta.url), size: 2 })
  const model = readWorkspace(texts.map((text, index) => ({ path: `${index}.xs`, text })))
  const program = loadProgram(model)
  const { groups } = servedGroups(program, new Map([['main', 'main']]), { tally: newTally, watch: () => null })
  for (const query of program.queries) keepErrors(query)
  const kept = new Map([['/zeros', new FileResource('zeros', '', new Uint8Array(90 * 1024 * 1024))]])
  const ports = { ...createRunPorts(model, () => {}), lambda: sandbox.forOwner('hostile') }
  ports.files = { ...ports.files, read: async (path) => kept.get(path)! }
  const bomb = await runFunction(program.function('pack')!, {}, ports)
  if (!(bomb instanceof FileResource)) throw new TypeError('no archive')
  kept.set('/bomb', bomb)
  const live: ServedBranch = {
    name: 'v1',
    groups,
    verifyToken: () => Promise.reject(new Error('nobody')),
    ports: () => () => ports,
  }
  const server = createHttpServer({
    served: new Map([['main', { live, branch: () => null }]]),
    notes: true,
    limits,
    meta: (_, outgoing) => void outgoing.end(),
    vault: (_, outgoing) => void outgoing.end(),
    pages: (_, outgoing) => void outgoing.end(),
    maxBody: 1e6,
    report: (error) => errors.set('defect', error),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api:main`
  close = () => {
    server.closeAllConnections()
    server.close()
  }
})

afterAll(() => {
  close()
  sandbox.close()
})

/** Keeps what a stack failed with, for its place is told to nobody who calls. */
function keepErrors(query: { object: { path: string }; run: (...given: never[]) => unknown }): void {
  const run = query.run.bind(query)
  query.run = async (...given) => {
    try {
      return await run(...given)
    } catch (error) {
      errors.set(query.object.path, error)
      throw error
    }
  }
}

describe('hostile work ends with an error that names its statement', () => {
  test.each(works)('%s', async (name, _stack, reason, at) => {
    const place =
      name === 'pattern'
        ? / At var \(stack\.0\) of query/
        : / At [a-z_.]+ \(stack\.[\w.]+\) of (query|function) "[\w /]+"\.$/
    const answer = await fetch(`${url}/${name}`)
    expect(answer.status).toBe(500)
    expect(await answer.json()).toMatchObject({ code: 'ERROR_FATAL', message: expect.stringMatching(place) })
    expect(errors.get(name)).toMatchObject({
      name: 'StackError',
      at: expect.stringMatching(at),
      ...(reason === '' ? {} : { reason }),
    })
    expect(errors.get('defect')).toBeUndefined()
  })
})

test('an answer that holds itself many times over is an error, and no defect', async () => {
  const answer = await fetch(`${url}/answer`)
  expect(answer.status).toBe(500)
  expect(await answer.json()).toMatchObject({ message: expect.stringContaining('The response is too large') })
  expect(errors.get('defect')).toBeUndefined()
})

describe('while it runs, another client is answered', () => {
  test.each(['loop', 'waiting_loop', 'members_in_a_loop', 'lambda_loop', 'lambda_pattern', 'template_loop'])(
    '%s',
    async (name) => {
      const order: string[] = []
      const hostile = fetch(`${url}/${name}`).then(() => order.push('hostile'))
      for (let request = 0; request < 10; request++) {
        const answer = await fetch(`${url}/quick`)
        expect(await answer.json()).toBe(1)
        order.push('quick')
      }
      await hostile
      expect(order.slice(0, 10)).toEqual(Array(10).fill('quick'))
    },
  )
})
