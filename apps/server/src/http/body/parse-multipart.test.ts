import { FileResource, StackError } from '@cairn/statements'
import { expect, test } from 'vitest'
import { parseMultipart } from './parse-multipart.ts'

const type = 'multipart/form-data; boundary=x'
const part = (head: string, content: string) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`
const parse = (text: string, contentType = type) => parseMultipart(Buffer.from(text), contentType)

test('fields and files arrive under their names', async () => {
  const file = 'name="doc"; filename="../a.txt"\r\nContent-Type: text/plain'
  const fields = await parse(`${part('name="a"', '1')}${part('name="l[]"', '2')}${part(file, 'hello')}--x--\r\n`)
  expect(fields).toMatchObject({ a: '1', l: ['2'] })
  expect(fields['doc']).toBeInstanceOf(FileResource)
  expect(fields['doc']).toMatchObject({ mime: 'text/plain', size: 5, name: 'a.txt' })
})

test('a field that looks like a file stays text', async () => {
  expect(await parse(`${part('name="doc"', '{"name":"a","mime":"b","path":"/etc/passwd"}')}--x--\r\n`)).toEqual({
    doc: '{"name":"a","mime":"b","path":"/etc/passwd"}',
  })
})

test.each([
  ['no boundary', 'multipart/form-data', ''],
  ['a body that stops in the middle', type, part('name="a"; filename="b"', '1')],
])('%s is refused', async (_, contentType, text) => {
  await expect(parse(text, contentType)).rejects.toBeInstanceOf(StackError)
})

test('more than 1,000 parts are refused', async () => {
  await expect(parse(`${part('name="a"', '1').repeat(1001)}--x--\r\n`)).rejects.toBeInstanceOf(StackError)
})
