import { fakePorts } from '@cairn/testing'
import { expect, test } from 'vitest'
import { program, invocation, runStack, silent } from './run-stack.ts'

/** The clock of a test skips what is slept; here nothing is late. */
function patientPorts() {
  const ports = fakePorts()
  ports.clock.sleep = () => new Promise(() => {})
  return ports
}

const request = (url: string, as: string, more = 'async = true') =>
  `api.request {\n url = "https://${url}"\n method = "GET"\n ${more}\n} as $${as}\n`
const wait = (ids: string) => `await {\n ids = ${ids}\n timeout = 5\n} as $x`

test('requests go on beside the stack, and are waited for in the order of their ids', async () => {
  for (const trace of [null, silent()]) {
    const ports = patientPorts()
    ports.http.answer('https://a.test/', { body: { n: 1 } })
    ports.http.answer('https://b.test/', { status: 404, body: 'no' })
    const stack = `${request('a.test/', 'a')}${request('b.test/', 'b')}${wait('[$b, $a]')}`
    expect(await runStack(stack, { ports, trace }, '$x.response|map:[$$.status, $$.result]')).toEqual([
      [404, 'no'],
      [200, { n: 1 }],
    ])
  }
})

test('async = false and nothing said wait', async () => {
  for (const more of ['', 'async = false']) {
    const ports = patientPorts()
    ports.http.answer('https://a.test/', { body: 'hi' })
    expect(await runStack(request('a.test/', 'x', more), { ports }, '$x.response.result')).toBe('hi')
  }
})

test('a request that fails fails where it is waited for; what is logged tells no secret', async () => {
  const ports = patientPorts()
  const stack = `${request('a.test/secret?token=s3cret', 'a')}${wait('[$a]')}`
  await expect(runStack(stack, { ports })).rejects.toMatchObject({ reason: 'request_refused', at: 'stack.1' })
  expect(JSON.stringify(ports.log.shown)).toContain('The request to a.test that ran beside its stack failed')
})

test('a request that cannot be made fails at its own statement', async () => {
  const stack = request('a.test/', 'a', 'async = true\n headers = ["bad\\nheader"]')
  await expect(runStack(stack)).rejects.toMatchObject({ reason: 'invalid_header', at: 'stack.0' })
})

test('a function run with async = true goes on beside the stack too', async () => {
  const loaded = program(
    'function g {\n input {\n int n\n }\n stack {\n }\n response = $input.n * 2\n}',
    `function f {\n input {\n }\n stack {\n function.run g {\n async = true\n input = {n: 21}\n } as $id\n ${wait('[$id]')}\n }\n response = $x\n}`,
  )
  expect(await loaded.function('f')!.run({}, invocation({ ports: patientPorts() }))).toEqual([42])
})
