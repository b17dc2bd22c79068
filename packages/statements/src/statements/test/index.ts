import type { StatementModule } from '../../define/types.ts'
import * as addonCall from './addon-call.ts'
import * as apiCall from './api-call.ts'
import * as expectToBeDefined from './expect-to-be-defined.ts'
import * as expectToBeEmpty from './expect-to-be-empty.ts'
import * as expectToBeFalse from './expect-to-be-false.ts'
import * as expectToBeGreaterThan from './expect-to-be-greater-than.ts'
import * as expectToBeInTheFuture from './expect-to-be-in-the-future.ts'
import * as expectToBeInThePast from './expect-to-be-in-the-past.ts'
import * as expectToBeLessThan from './expect-to-be-less-than.ts'
import * as expectToBeNull from './expect-to-be-null.ts'
import * as expectToBeTrue from './expect-to-be-true.ts'
import * as expectToBeWithin from './expect-to-be-within.ts'
import * as expectToContain from './expect-to-contain.ts'
import * as expectToEndWith from './expect-to-end-with.ts'
import * as expectToEqual from './expect-to-equal.ts'
import * as expectToMatch from './expect-to-match.ts'
import * as expectToNotBeDefined from './expect-to-not-be-defined.ts'
import * as expectToNotBeNull from './expect-to-not-be-null.ts'
import * as expectToNotEqual from './expect-to-not-equal.ts'
import * as expectToStartWith from './expect-to-start-with.ts'
import * as expectToThrow from './expect-to-throw.ts'
import * as middlewareCall from './middleware-call.ts'
import * as taskCall from './task-call.ts'
import * as toolCall from './tool-call.ts'
import * as triggerCall from './trigger-call.ts'

/** Statements of tests and tools, in the order of the palette. */
export const test: readonly StatementModule[] = [
  apiCall,
  taskCall,
  addonCall,
  middlewareCall,
  toolCall,
  triggerCall,
  expectToBeDefined,
  expectToNotBeDefined,
  expectToBeEmpty,
  expectToBeTrue,
  expectToBeFalse,
  expectToBeNull,
  expectToNotBeNull,
  expectToBeInThePast,
  expectToBeInTheFuture,
  expectToEqual,
  expectToNotEqual,
  expectToBeGreaterThan,
  expectToBeLessThan,
  expectToBeWithin,
  expectToContain,
  expectToStartWith,
  expectToEndWith,
  expectToMatch,
  expectToThrow,
]
