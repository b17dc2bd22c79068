import type { Trace, TraceStep } from '@cairn/contract'
import { describe, expect, test } from 'vitest'
import { marksAt } from './marks.ts'
import { nextChange, nextStop, stepBack, stepInto, stepOut, stepOver } from './moves.ts'
import { ownSteps } from './own-steps.ts'
import { isCut, plainValue, shortValue } from './plain-value.ts'
import { shownRows } from './shown-rows.ts'
import { variablesAt } from './state-at.ts'
import { failedStep, readTrace } from './trace-model.ts'

const step = (site: number, parent: number, more: Partial<TraceStep> = {}): TraceStep => ({
  site,
  parent,
  round: 0,
  start: 0,
  ms: 1,
  args: [],
  variables: [],
  response: null,
  effects: [],
  error: null,
  rounds: 0,
  passed: 0,
  ...more,
})

/** `f` sets x, loops twice over a call of `g`, and sets x again. */
const trace: Trace = {
  objects: [
    { kind: 'function', name: 'f' },
    { kind: 'function', name: 'g' },
  ],
  sites: [
    { object: 0, address: '', statement: '', as: null },
    { object: 0, address: 'stack.0', statement: 'var', as: null },
    { object: 0, address: 'stack.1', statement: 'foreach', as: null },
    { object: 0, address: 'stack.1.each', statement: 'each', as: null },
    { object: 0, address: 'stack.1.each.0', statement: 'function.run', as: 'y' },
    { object: 1, address: '', statement: '', as: null },
    { object: 1, address: 'stack.0', statement: 'var', as: null },
    { object: 0, address: 'stack.2', statement: 'var.update', as: null },
  ],
  steps: [
    step(0, -1),
    step(1, 0, { variables: [['x', 1]] }),
    step(2, 0, {
      variables: [
        ['n', 6],
        ['y', { ref: 0 }],
      ],
      rounds: 2,
    }),
    step(3, 2, { variables: [['n', 5]] }),
    step(4, 3, { variables: [['y', 50]] }),
    step(5, 4),
    step(6, 5, { variables: [['x', 99]] }),
    step(3, 2, { round: 1, variables: [['n', 6]] }),
    step(4, 7, { variables: [['y', { ref: 0 }]] }),
    step(5, 8),
    step(6, 9, { variables: [['x', 99]] }),
    step(7, 0, { variables: [['x', 2]] }),
  ],
  values: [
    { keys: ['a', 'b'], items: [1, { ref: 1 }], of: 2 },
    { items: [1, 2], of: 500 },
  ],
  advice: [],
  ms: 1,
  passed: 0,
}
const model = readTrace(trace)

test.each([
  ['into', stepInto, 4, 5],
  ['into at the end', stepInto, 11, 11],
  ['over a call', stepOver, 4, 7],
  ['over a loop', stepOver, 2, 11],
  ['out of a call', stepOut, 6, 7],
  ['out of all', stepOut, 0, 11],
  ['back', stepBack, 7, 6],
  ['back at the start', stepBack, 0, 0],
] as const)('step %s', (_name, move, at, expected) => {
  expect(move(model, at)).toBe(expected)
})

test('the next change of a variable is one of the same stack', () => {
  expect(nextChange(model, 1, 'x')).toBe(11)
  expect(nextChange(model, 11, 'x', -1)).toBe(1)
  expect(nextChange(model, 4, 'y')).toBe(8)
  expect(nextChange(model, 1, 'gone')).toBe(1)
})

test('the next stop is at a statement of the stack it was set in', () => {
  expect(nextStop(model, 0, new Set(['1 stack.0']))).toBe(6)
  expect(nextStop(model, 6, new Set(['1 stack.0']))).toBe(10)
  expect(nextStop(model, 10, new Set(['1 stack.0']))).toBe(11)
})

describe('variables at a step', () => {
  const at = (index: number) =>
    Object.fromEntries(variablesAt(model, index).map(({ name, value }) => [name, shortValue(trace, value)]))
  test.each([
    [1, { x: '1' }],
    [2, { x: '1' }],
    [4, { x: '1', n: '5' }],
    [6, { x: '99' }],
    [7, { x: '1', n: '6', y: '50' }],
    [11, { x: '2', n: '6', y: '{a: 1, b: [500]}' }],
  ])('%i', (index, expected) => expect(at(index)).toEqual(expected))
})

test('the own steps of an object are its statements, every round of them, and none of what it calls', () => {
  const own = ownSteps(model, { kind: 'function', name: 'f' })
  expect(own.map(({ address }) => address)).toEqual([
    'stack.0',
    'stack.1',
    'stack.1.each.0',
    'stack.1.each.0',
    'stack.2',
  ])
  expect(own[2]).toEqual({ address: 'stack.1.each.0', args: {}, variables: { y: 50 } })
  expect(own.filter(({ variables }) => variables['x'] === 99)).toEqual([])
})

test('of a loop one round is shown: that of the step at hand, else the one that was chosen', () => {
  const shown = (at: number, rounds = new Map<number, number>()) =>
    shownRows(model, { at, rounds, folded: new Set() }).map(({ node }) => node.index)
  expect(shown(0)).toEqual([0, 1, 2, 3, 4, 5, 6, 11])
  expect(shown(0, new Map([[2, 7]]))).toEqual([0, 1, 2, 7, 8, 9, 10, 11])
  expect(shown(10, new Map([[2, 3]]))).toEqual([0, 1, 2, 7, 8, 9, 10, 11])
})

test('statements are marked with what they set last; in a call, the call is the current one', () => {
  const marks = marksAt(model, 6, { kind: 'function', name: 'f' })
  expect(marks.get('stack.0')).toEqual({ state: 'ran', text: 'x = 1', failed: false })
  expect(marks.get('stack.1.each.0')).toEqual({ state: 'current', text: 'y = 50', failed: false })
  expect(marks.has('stack.2')).toBe(false)
  expect(marksAt(model, 6, { kind: 'function', name: 'g' }).get('stack.0')?.state).toBe('current')
})

test('the step that failed is the innermost', () => {
  const error = { code: 'c', message: 'm', hint: null }
  const steps = trace.steps.map((one, index) => ([0, 2, 3, 4].includes(index) ? { ...one, error } : one))
  expect(failedStep(readTrace({ ...trace, steps }))?.index).toBe(4)
  expect(failedStep(model)).toBeNull()
})

test('a value tells what was cut', () => {
  expect(plainValue(trace, { ref: 0 })).toEqual({ a: 1, b: [1, 2] })
  expect([isCut(trace, { ref: 0 }), isCut(trace, 5)]).toEqual([true, false])
})
