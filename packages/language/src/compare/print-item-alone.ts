import { print } from '../print/print-statement.ts'
import type { Body, Item, Statement } from '../tree.ts'

/** An item of a body, printed as the only one of an object, with its comments. */
export function printItemAlone(item: Item): string {
  const body: Body = { kind: 'body', items: [item], dangling: [], start: -1, end: -1 }
  return print(holder(body))
    .split('\n')
    .slice(1, -1)
    .map((line) => line.slice(2))
    .join('\n')
    .trim()
}

function holder(body: Body): Statement {
  const nameSpan = { start: -1, end: -1 }
  const nothing = { target: null, subject: null, condition: null, options: [], as: null, breaks: false }
  return { kind: 'statement', name: 'function', nameSpan, disabled: false, ...nothing, body, start: -1, end: -1 }
}
