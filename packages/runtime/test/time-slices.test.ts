import { expect, test } from 'vitest'
import { turn } from '../src/run/turn.ts'
import { invocation, limits, program } from './run-stack.ts'

/** Calls itself often enough to outlast the slice of a synchronous build, many times over. */
const fibonacci = `function fib {
 input {
  int n
 }

 stack {
  conditional {
   if ($input.n < 2) {
    return {
     value = $input.n
    }
   }
  }
  function.run fib {
   input = {n: $input.n - 1}
  } as $a
  function.run fib {
   input = {n: $input.n - 2}
  } as $b
 }

 response = $a + $b
}`

/** Waits once, so that it is asynchronous from the start. */
const waiting = `function f {
 input {
 }

 stack {
  util.sleep {
   value = 0
  }
  function.run fib {
   input = {n: 21}
  } as $x
  function.run fib {
   input = {n: 20}
  } as $y
 }

 response = [$x, $y]
}`

const roomy = { limits: { ...limits, deadline: 60_000 } }

test('a function that calls itself goes on in the next slice', async () => {
  expect(await program(fibonacci).function('fib')!.run({ n: 21 }, invocation(roomy))).toBe(10946)
})

test('and so does one that an asynchronous stack calls', async () => {
  expect(await program(fibonacci, waiting).function('f')!.run({}, invocation(roomy))).toEqual([10946, 6765])
})

/** Small calls, so that the clock is mostly looked at on the way into one. */
const small = `function small {
 input {
  int n
 }

 stack {
  var $x {
   value = 0
  }
  for (300) {
   each as $i {
    math.add $x {
     value = $i
    }
   }
  }
 }

 response = $input.n
}`
const many = `function many {
 input {
 }

 stack {
  var $sum {
   value = 0
  }
  for (6000) {
   each as $i {
    function.run small {
     input = {n: 1}
    } as $one
    math.add $sum {
     value = $one
    }
   }
  }
 }

 response = $sum
}`

test('and one that makes many small calls', async () => {
  expect(await program(small, many).function('many')!.run({}, invocation(roomy))).toBe(6000)
})

const turnOfLoop = () =>
  new Promise<void>((resolve) => {
    setImmediate(resolve)
  })

test('those that wait for their turn get one each time around the event loop, first come first served', async () => {
  const served: number[] = []
  const waiting = [1, 2, 3].map((who) => turn().then(() => served.push(who)))
  const seen: number[][] = []
  for (let round = 0; round < 3; round++) {
    await turnOfLoop()
    seen.push([...served])
  }
  await Promise.all(waiting)
  expect(seen.every((list, round) => list.length <= round + 1)).toBe(true)
  expect(served).toEqual([1, 2, 3])
})

const filtering = (first: string) => `function f {
 input {
 }

 stack {
  ${first}
  var $x {
   value = (1..900000)|map:$$ + 1
  }
  var $y {
   value = $x|map:$$ + 1
  }
  var $z {
   value = $y|map:$$ + 1
  }
 }

 response = $z|last
}`

/** Statements at the beginning of a stack that make it of that kind. */
const kinds = [
  ['computes', ''],
  ['waits', 'util.sleep {\n value = 0\n}'],
] as const

/** What the function `f` answers, and how many turns others had until then. */
async function turnsDuring(text: string) {
  const f = program(text).function('f')!
  let [turns, running] = [0, true]
  const others = async () => {
    while (running) {
      await turnOfLoop()
      if (running) turns++
    }
  }
  const watched = others()
  const answer = await f.run({}, invocation(roomy))
  running = false
  await watched
  return { answer, turns }
}

test.each(kinds)('others have their turn between the filters of a stack that %s', async (_what, first) => {
  const { answer, turns } = await turnsDuring(filtering(first))
  expect(answer).toBe(900_003)
  expect(turns).toBeGreaterThanOrEqual(1)
})

const sorting = (first: string) => `function f {
 input {
 }

 stack {
  ${first}
  var $x {
   value = (1..100000)|map:"f" ~ ($$ * 7919 % 100003)|sort:$$:inatural|unique|map:$$|json_encode|json_decode
  }
 }

 response = [$x|first, $x|last, $x|count]
}`

test.each(kinds)('others have their turn inside long filters of a stack that %s', async (_what, first) => {
  const { answer, turns } = await turnsDuring(sorting(first))
  expect(answer).toEqual(['f1', 'f100002', 100_000])
  expect(turns).toBeGreaterThanOrEqual(4)
})

test('a filter is stopped at the deadline, between two elements', async () => {
  const endless = sorting('').replace(/value = .*/, 'value = (1..1000000)|map:((1..1000)|sum)')
  const running = (async () =>
    program(endless)
      .function('f')!
      .run({}, invocation({ limits: { ...limits, deadline: 300 } })))()
  await expect(running).rejects.toMatchObject({ reason: 'deadline_exceeded', at: 'stack.0' })
})
