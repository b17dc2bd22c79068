import { expect, test } from 'vitest'
import {
  type Invalid,
  type Node,
  parse,
  parseExpression,
  print,
  readWorkspace,
  statementAt,
  statements,
} from '../src/index.ts'

const SOURCE = `// One of everything.
query "deals/{deal_id}" verb=PATCH {
  api_group = "deals"
  auth = "user"
  input {
    int deal_id
    text[1:5]? tags?="x" filters=trim|min:3 {
      sensitive = true
    }
    object address? {
      schema {
        text city
      }
    }
  }

  stack {
    db.query "deal" {
      where = $db.deal.id == $input.deal_id && $db.deal.name not ilike? "%x%"
      sort = {deal.id: "desc"}
    } as $deals|first
    conditional {
      if ($deals.0."a b"[$i + 1] > -1.5) {
        return {
          value = !text "abc" ~ \`$a|concat:$b:\`
        }
      }
      elseif (\`$x ? 1 : 2\`) {
        !debug.stop
      }
      else {
        throw // why
      }
    }
    switch ($a ?? $b) {
      case ("x") {
        var $c {
          value = {"k": [1, 2, ...$d], !e: now, f: """
            text
            more
            """}
            |set:"a":$b
            |!keys
        }
      } break
    }
  }

  response = $["odd name"]
}
`
const PIECES = SOURCE.match(/\w+|\s+|[^\w\s]/g) ?? []
const SEEDS = 400
/** Milliseconds: far above what linear reading of the longest text takes on a busy machine, far below quadratic. */
const MOMENT = 8000

/** Numbers that look random and are the same in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** The source with a few pieces removed, doubled, swapped or put elsewhere, and perhaps cut off. */
function damaged(seed: number): string {
  const random = randomOf(seed)
  const pieces = [...PIECES]
  for (let count = 1 + random(6); count > 0; count--) {
    const at = random(pieces.length)
    const piece = pieces[random(pieces.length)] ?? ''
    pieces.splice(at, random(3), ...(random(2) === 0 ? [piece] : []))
  }
  return pieces.slice(0, random(4) === 0 ? random(pieces.length) : pieces.length).join('')
}

function invalidsOf(node: unknown): Invalid[] {
  if (typeof node !== 'object' || node === null) return []
  if ((node as Partial<Node & Invalid>).kind === 'invalid') return [node as Invalid]
  return Object.values(node).flatMap(invalidsOf)
}

/** The words of a text in alphabetical order: printing may put the parts of a statement in their usual order. */
function wordsOf(text: string): string[] {
  return (text.match(/\w+/g) ?? []).toSorted()
}

test('the undamaged source is read without a finding and prints as it is', () => {
  const { file, diagnostics } = parse(SOURCE)
  expect(diagnostics).toEqual([])
  expect(parse(print(file)).diagnostics).toEqual([])
})

test(`${SEEDS} damaged sources are read, and what cannot be read is kept as typed`, () => {
  let found = 0
  for (let seed = 0; seed < SEEDS; seed++) {
    const text = damaged(seed)
    const { file, diagnostics } = parse(text)
    const invalids = invalidsOf(file)
    const printed = print(file)
    for (const { start, end, text: kept } of invalids) {
      expect(kept, `seed ${seed}`).toBe(text.slice(start, end))
      expect(printed, `seed ${seed}`).toContain(kept)
    }
    expect(invalids.length === 0 || diagnostics.length > 0, `seed ${seed}`).toBe(true)
    found += invalids.length
  }
  expect(found).toBeGreaterThan(SEEDS / 2)
})

test('no word of a damaged source is lost when it is printed', () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const text = damaged(seed)
    expect(wordsOf(print(parse(text).file)), `seed ${seed}`).toEqual(wordsOf(text))
  }
})

test('a damaged source is still a workspace', () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const model = readWorkspace([{ path: 'a.xs', text: damaged(seed) }])
    for (const object of model.files.keys()) expect(object).toHaveProperty('statement')
    for (const { statement } of model.queries) {
      for (const { address, statement: found } of statements(statement.body)) {
        expect(statementAt(statement.body, address), `seed ${seed} ${address}`).toBe(found)
      }
    }
  }
})

test('any characters are an expression or a finding', () => {
  for (let seed = 0; seed < SEEDS; seed++) {
    const random = randomOf(seed)
    const text = Array.from({ length: 1 + random(30) }, () =>
      String.fromCharCode(random(4) ? 32 + random(95) : random(0xffff)),
    )
    const { expression, diagnostics } = parseExpression(text.join(''))
    expect(invalidsOf(expression).length === 0 || diagnostics.length > 0, `seed ${seed}`).toBe(true)
  }
})

test.each([
  ['an open text a line', '"\n'],
  ['open backticks', '`'],
  ['open triple quotes', '"""\n'],
  ['open brackets', '([{'],
  ['filters', '|a:'],
  ['ternaries', '? 1 : '],
  ['quoted variables', '$["'],
  ['escapes', '$["\\'],
  ['dashes', '-'],
  ['dots', '$a.'],
  ['comments', '// x\n'],
  ['objects', 'a {\n'],
  ['closers', '}\n'],
])(
  'a hundred thousand characters of %s do not take long',
  (_name, piece) => {
    const start = performance.now()
    parse(piece.repeat(100_000 / piece.length))
    parse(`function f {\n  response = ${piece.repeat(100_000 / piece.length)}\n}`)
    expect(performance.now() - start).toBeLessThan(MOMENT)
  },
  2 * MOMENT,
)

test.each([
  ['objects with findings', 'query {\n}\n'],
  ['duplicates', 'table t {\n}\n'],
])(
  'ten thousand %s do not take long',
  (_name, object) => {
    const start = performance.now()
    const { diagnostics } = readWorkspace([{ path: 'a.xs', text: object.repeat(10_000) }])
    expect(diagnostics.length).toBeGreaterThanOrEqual(9999)
    expect(performance.now() - start).toBeLessThan(MOMENT)
  },
  2 * MOMENT,
)

test('two hundred thousand comments beside an operator and in an array are read and printed', () => {
  const comments = '//\n'.repeat(200_000)
  const { file, diagnostics } = parse(`function f {\n  response = 1 +\n${comments}[\n${comments}]\n}`)
  expect(diagnostics).toEqual([])
  expect(print(file).length).toBeGreaterThan(2 * comments.length)
})
