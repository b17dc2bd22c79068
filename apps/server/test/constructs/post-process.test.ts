import { expect, test } from 'vitest'
import { endpoint, serveWorkspace, table } from './serve-workspace.ts'

const seen = table('seen', 'text what?\n json body?\n json headers?\n int status?')
const after = (more: string) => `util.post_process {\n stack {\n ${more}\n }\n }`
const note = (what: string) =>
  after(`db.add seen {\n data = {what: ${what}, body: $body, headers: $headers, status: $status_code}\n }`)
const list = endpoint('seen', {
  stack: 'db.query seen {\n sort = {id: "asc"}\n return = {type: "list"}\n } as $x',
  response: '$x',
})

test('work for after the answer sees the answer and the variables as they were, and does not hold it up', async () => {
  const served = await serveWorkspace(
    seen,
    list,
    endpoint('good', {
      stack: `var $v {\n value = "before"\n }\n util.set_header {\n value = "X-A: 1"\n }\n util.set_header {\n value = "HTTP/1.1 201 Created"\n }
        ${after('util.sleep {\n value = 1\n }')}
        ${note('$v')}
        var.update $v {\n value = "after"\n }`,
      response: '{v: $v}',
    }),
    endpoint('own', { stack: `var $body {\n value = "mine"\n }\n ${note('"own"')}`, response: '1' }),
    endpoint('bad', { stack: `${note('"bad"')}\n throw {\n name = "E_LATE"\n value = "late"\n }` }),
  )
  const rows = async () => (await served.call('seen')).body as unknown[]
  expect(await served.call('good')).toMatchObject({ status: 201, body: { v: 'after' } })
  expect(await rows()).toEqual([])
  await expect
    .poll(rows, { timeout: 5000 })
    .toMatchObject([{ what: 'before', body: { v: 'after' }, headers: { 'X-A': '1' }, status: 201 }])
  await served.call('own')
  await expect.poll(rows).toMatchObject([{}, { what: 'own', body: 'mine', status: 200 }])
  await served.call('bad')
  await expect
    .poll(rows)
    .toMatchObject([{}, {}, { what: 'bad', body: { code: 'E_LATE', message: 'late' }, status: 500 }])
})

test('work that fails is a line in the log, and the rest of it is done', async () => {
  const served = await serveWorkspace(
    seen,
    list,
    endpoint('go', {
      stack: `${after('throw {\n name = "E"\n value = "too late"\n }')}\n ${note('"next"')}`,
      response: '1',
    }),
  )
  expect(await served.call('go')).toMatchObject({ status: 200, body: 1 })
  await expect.poll(async () => ((await served.call('seen')).body as unknown[]).length).toBe(1)
  expect(served.log.join('\n')).toMatch(
    /failed after its answer: too late \(at stack\.0\.stack\.0 of query "GET \/go"\)/,
  )
})
