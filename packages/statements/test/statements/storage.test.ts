import { fakeContext } from '@cairn/testing'
import { describe, expect, test } from 'vitest'
import { FileResource, type Run, type Value } from '../../src/index.ts'
import { run as createAttachment } from '../../src/statements/storage/create-attachment.ts'
import { run as createAudio } from '../../src/statements/storage/create-audio.ts'
import { run as createFileResource } from '../../src/statements/storage/create-file-resource.ts'
import { run as createImage } from '../../src/statements/storage/create-image.ts'
import { run as createVideo } from '../../src/statements/storage/create-video.ts'
import { run as readFileResource } from '../../src/statements/storage/read-file-resource.ts'

function keep(run: Run, name: string, mime: string, filename = '') {
  const value = new FileResource(name, mime, Uint8Array.from([1, 2, 3]))
  return Promise.resolve(run({ value, access: 'public', filename }, fakeContext()))
}

describe('a file is kept only as what it is', () => {
  test.each<[Run, string, string, string, boolean]>([
    [createImage, 'a.png', 'image/png', '', true],
    [createImage, 'a.JPG', 'image/jpg', '', true],
    [createImage, 'a.svg', 'image/svg+xml', '', false],
    [createImage, 'a.html', 'image/png', '', false],
    [createImage, 'a.png', 'text/html', '', false],
    [createImage, 'a.png', 'image/png', 'a.html', false],
    [createImage, 'a', 'image/png', '', false],
    [createVideo, 'a.mp4', 'application/octet-stream', '', true],
    [createVideo, 'a.mkv', 'video/x-matroska', '', true],
    [createVideo, 'a.html', 'video/mp4', '', false],
    [createVideo, 'a.mp3', 'audio/mpeg', '', false],
    [createAudio, 'a.webm', 'audio/webm', '', true],
    [createAudio, 'a.opus', 'audio/opus', '', true],
    [createAudio, 'a.opus', 'application/octet-stream', '', false],
    [createAttachment, 'a.html', 'text/html', '', true],
  ])('%# %o: %s as %s named "%s": %s', async (run, name, mime, filename, kept) => {
    const result = await keep(run, name, mime, filename).catch((error: { reason: string }) => error.reason)
    expect(result !== 'invalid_file').toBe(kept)
  })
})

describe('a file’s name is no path', () => {
  test.each([
    ['../../a.txt', 'a.txt'],
    [String.raw`..\..\a.txt`, 'a.txt'],
    ['a\0\r\n\u202E.txt', 'a.txt'],
    ['..', 'file'],
    ['/', 'file'],
    ['', 'a.bin'],
    [`${'x'.repeat(300)}.txt`, `${'x'.repeat(251)}.txt`],
  ])('%j becomes %j', async (filename, name) => {
    expect(await keep(createAttachment, 'a.bin', 'text/plain', filename)).toMatchObject({ name })
  })
})

test.each<[string | number]>([['text'], ['\uDCFF\uDC80'], [''], [12.5]])(
  'data %j is read back as it was',
  async (filedata) => {
    const value = await createFileResource({ filename: 'a.txt', filedata }, fakeContext())
    expect(await readFileResource({ value }, fakeContext())).toMatchObject({ data: String(filedata) })
  },
)

test('what reading gave can be written', async () => {
  const first = await createFileResource({ filename: 'a.txt', filedata: 'x' }, fakeContext())
  const filedata = await readFileResource({ value: first }, fakeContext())
  const second = await createFileResource({ filename: 'b.txt', filedata }, fakeContext())
  expect(await readFileResource({ value: second }, fakeContext())).toMatchObject({ data: 'x', name: 'b.txt' })
})

test.each<[Value]>([[[1]], [{ data: 1 }]])('data %j is refused', (filedata) => {
  expect(() => createFileResource({ filename: 'a.txt', filedata }, fakeContext())).toThrow('filedata must be text')
})

describe('a picture says how large it is', () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAC0lEQVR4nGNgQAcAABIAAXfQ0NAAAAAASUVORK5CYII='
  const gif = Buffer.concat([Buffer.from('GIF89a'), Buffer.from([7, 0, 5, 0, 0, 0, 0, 0x3b])])
  const jpeg = Buffer.from('ffd8ffe000040000ffc00011080009000403011100021101031101ffd9', 'hex')
  const webp = Buffer.concat([
    Buffer.from('RIFF'),
    Buffer.from([22, 0, 0, 0]),
    Buffer.from('WEBPVP8X'),
    Buffer.from([10, 0, 0, 0, 0, 0, 0, 0, 11, 0, 0, 12, 0, 0]),
  ])
  const svg = Buffer.from('<svg width="5" height="5" xmlns="http://www.w3.org/2000/svg"/>')
  test.each<[string, string, Buffer, Value]>([
    ['a.png', 'image/png', Buffer.from(png, 'base64'), { width: 3, height: 2 }],
    ['a.gif', 'image/gif', gif, { width: 7, height: 5 }],
    ['a.jpg', 'image/jpeg', jpeg, { width: 4, height: 9 }],
    ['a.webp', 'image/webp', webp, { width: 12, height: 13 }],
    ['cut.png', 'image/png', Buffer.from(png, 'base64').subarray(0, 20), {}],
    ['no.png', 'image/png', Buffer.from('hello'), {}],
    ['svg.png', 'image/png', svg, {}],
    ['loop.jpg', 'image/jpeg', Buffer.from([0xff, 0xd8, ...Array<number>(5000).fill(0xff)]), {}],
    [
      'zero.jpg',
      'image/jpeg',
      Buffer.from([0xff, 0xd8, ...Array.from({ length: 5000 }, (_, at) => [0xff, 0xe0, 0, 0][at % 4]!)]),
      {},
    ],
    ['empty.png', 'image/png', Buffer.alloc(0), {}],
  ])('%s', async (name, mime, data, meta) => {
    const value = new FileResource(name, mime, data)
    expect(await createImage({ value, access: 'public', filename: '' }, fakeContext())).toMatchObject({ meta })
    expect(await createAttachment({ value, access: 'public', filename: '' }, fakeContext())).toMatchObject({ meta: {} })
  })
})
