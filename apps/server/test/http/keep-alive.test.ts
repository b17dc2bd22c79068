import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createHttpServer } from '../../src/http/http-server.ts'
import type { Host } from '../../src/http/handle-request.ts'

test('a client whose body came after its answer keeps its connection', async () => {
  const pages: Host['pages'] = (_incoming, outgoing) => void outgoing.writeHead(401, { 'content-length': 0 }).end()
  const server = createHttpServer({ served: new Map(), pages } as unknown as Host)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  onTestFinished(() => {
    socket.destroy()
    server.close()
  })
  const ask = async () => {
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n')
    const [answer] = (await Promise.race([once(socket, 'data'), once(socket, 'close')])) as [unknown]
    return String(answer).slice(9, 12)
  }
  expect(await ask()).toBe('401')
  socket.write('{}')
  // As long as a client that goes on sending would be let.
  await wait(2_200)
  expect(await ask()).toBe('401')
})
