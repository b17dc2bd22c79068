import type { StatementChange } from '@cairn/language'

const PARTS: Readonly<Record<string, string>> = {
  '': 'Name',
  input: 'Inputs',
  response: 'Response',
  auth: 'Authentication',
  schema: 'Columns',
  index: 'Indexes',
  schedule: 'Schedule',
}

/** Where a change is, in a person's words: `Step 3`, `Step 2, then 1`, `Inputs`. People count from 1. */
export function placeOf(change: StatementChange): string {
  if (change.kind === 'part') return PARTS[change.name] ?? change.name
  const here = stepOf(change.address)
  return change.kind === 'moved' ? `${stepOf(change.from)} → ${here}` : here
}

/** `stack.2.then.0` is the first statement of what the third holds. */
function stepOf(address: string): string {
  const [list, ...steps] = address.split('.')
  const counted = steps.map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : `, ${step} `))
  const text = counted.join('')
  return list === 'stack' ? `Step ${text}` : `${list} ${text}`
}
