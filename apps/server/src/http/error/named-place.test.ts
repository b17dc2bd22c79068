import { StackError } from '@cairn/statements'
import { expect, test } from 'vitest'
import { errorAnswer } from './error-answer.ts'

const failed = (reason: string, object: StackError['object'] = { kind: 'function', name: 'invoice' }) => {
  const error = new StackError('standard', reason, 'It failed.', { at: 'stack.2.then.0' })
  error.statement = 'api.lambda'
  error.object = object
  return error
}

test.each([
  ['a budget', failed('deadline_exceeded'), 'It failed. At api.lambda (stack.2.then.0) of function "invoice".'],
  ['what is not available', failed('not_available', null), 'It failed. At api.lambda (stack.2.then.0).'],
  ['what an API answers itself', failed('thrown'), 'It failed.'],
  ['a wrong argument', failed('invalid_argument'), 'It failed.'],
  ['a budget outside of stacks', new StackError('standard', 'text_too_long', 'It failed.'), 'It failed.'],
])('%s', (_what, error, message) => {
  const report = () => expect.unreachable()
  expect(errorAnswer(error, report)).toEqual({ status: 500, body: { code: 'ERROR_FATAL', message, payload: null } })
})

test('a response has no name but its place', () => {
  const error = new StackError('standard', 'value_too_large', 'It failed.', { at: 'response' })
  error.statement = 'response'
  error.object = { kind: 'query', name: 'GET /a' }
  expect(errorAnswer(error, () => {}).body.message).toBe('It failed. At response of query "GET /a".')
})
