import { readWorkspace } from '@cairn/language'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { groupClient } from './group-client.ts'
import { groupOpenApi } from './group-open-api.ts'

const TEXT = `api_group "Main" {
}
---
table "deal" {
  schema {
    int id
    text title
    enum stage? {
      values = ["new", "won"]
    }
    password secret? {
      visibility = "private"
    }
  }
}
---
query "deal/{deal_id}" verb=PATCH {
  api_group = "Main"
  auth = "user"
  description = "Change a deal"
  input {
    int deal_id
    dblink {
      table = "deal"
    }
  }
  stack {
  }
  response = null
}
---
query "deals" verb=GET {
  api_group = "Main"
  input {
    int page?=1
    text[] tags?
  }
  stack {
  }
  response = null
}
---
query "x\\"}); process.exit(1); ({\\"" verb=POST {
  api_group = "Main"
  input {
    file picture?
  }
  stack {
  }
  response = null
}
`

const model = readWorkspace([{ path: 'all.xs', text: TEXT }])
const group = model.groups.get('Main')!
const URL_ = 'https://example.com/api:abc'

test('an endpoint is an operation with its path, query and body', () => {
  const { paths } = groupOpenApi(model, group, URL_) as { paths: Record<string, Record<string, unknown>> }
  expect(paths['/deal/{deal_id}']?.['patch']).toMatchObject({
    summary: 'Change a deal',
    security: [{ token: [] }],
    parameters: [{ name: 'deal_id', in: 'path', required: true, schema: { type: 'integer' } }],
    requestBody: {
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: { title: { type: 'string' }, stage: { type: 'string', enum: ['new', 'won'] } },
            required: ['title'],
          },
        },
      },
    },
  })
  expect(JSON.stringify(paths)).not.toContain('secret')
  expect(paths['/deals']?.['get']).toMatchObject({
    parameters: [
      { name: 'page', in: 'query', required: false, schema: { type: 'integer', default: 1 } },
      { name: 'tags', in: 'query', required: false, schema: { type: 'array', items: { type: 'string' } } },
    ],
  })
})

type Client = Record<string, (input?: object) => Promise<unknown>>

/** The client as somebody has it who saved it to a file. */
const load = async (options: object): Promise<Client> => {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-client-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'client.ts'), groupClient(model, group, URL_))
  const module = (await import(join(folder, 'client.ts'))) as { createClient(options: object): Client }
  return module.createClient(options)
}

test('the client sends each part of its input where the endpoint reads it', async () => {
  const sent: unknown[] = []
  const answer = async (url: URL, { method, headers, body }: RequestInit) => {
    sent.push([method, url.href, headers, body])
    return Response.json({ ok: true })
  }
  const client = await load({ fetch: answer, token: () => 'T' })
  expect(Object.keys(client)).toEqual(['patchDealByDealId', 'getDeals', expect.stringMatching(/^postX\w+$/)])
  expect(await client['patchDealByDealId']!({ deal_id: 'a/b', title: 'x' })).toEqual({ ok: true })
  await client['getDeals']!({ page: 2, tags: ['a'] })
  expect(sent).toEqual([
    [
      'PATCH',
      'https://example.com/api:abc/deal/a%2Fb',
      { authorization: 'Bearer T', 'content-type': 'application/json' },
      '{"title":"x"}',
    ],
    ['GET', 'https://example.com/api:abc/deals?page=2&tags=%5B%22a%22%5D', {}, undefined],
  ])
})

test('the client rejects with what the server said', async () => {
  const fetch = async () => Response.json({ code: 'ERROR_CODE_NOT_FOUND', message: 'Gone.' }, { status: 404 })
  const client = await load({ fetch })
  await expect(client['getDeals']!()).rejects.toMatchObject({
    status: 404,
    code: 'ERROR_CODE_NOT_FOUND',
    message: 'Gone.',
  })
})
