import { fakePorts } from '@cairn/testing'
import { expect, test } from 'vitest'
import { runStack, silent } from './run-stack.ts'

/** Ports whose stored file never ends, and what became of it. */
function endless() {
  const ports = fakePorts()
  const state = { closed: 0 }
  ports.files.stream = async function* () {
    try {
      for (;;) yield new TextEncoder().encode('{"n": 1}\n')
    } finally {
      state.closed += 1
    }
  }
  return { ports, state }
}

const stream = `stream.from_jsonl {
  value = {path: "/vault/1/a.jsonl"}
} as $lines
var $x {
  value = 0
}
`
const loop = (inside: string) =>
  `${stream}foreach ($lines) {\n each as $line {\n math.add $x {\n value = $line.n\n }\n ${inside}\n }\n}`

test.each([
  ['break', `${loop('conditional {\n if ($x == 3) {\n break\n }\n }')}`],
  ['return', `${loop('conditional {\n if ($x == 3) {\n return {\n value = $x\n }\n }\n }')}`],
  [
    'an error that is caught',
    `try_catch {\n try {\n ${loop('conditional {\n if ($x == 3) {\n throw {\n name = "a"\n value = "b"\n }\n }\n }')}\n }\n catch {\n }\n}`,
  ],
])('a stream that a loop leaves by %s is closed', async (_, stack) => {
  for (const trace of [null, silent()]) {
    const { ports, state } = endless()
    expect(await runStack(stack, { ports, trace })).toBe(3)
    expect(state.closed).toBe(1)
  }
})

test('a stream without end is stopped by the deadline, and closed', async () => {
  const { ports, state } = endless()
  const limits = { deadline: 200, maxDepth: 100, maxText: 1000, maxArray: 1000 }
  await expect(runStack(loop(''), { ports, limits })).rejects.toMatchObject({
    reason: 'deadline_exceeded',
    at: expect.stringMatching(/^stack\.2/),
  })
  expect(state.closed).toBe(1)
})
