import type { Expression } from '../tree.ts'
import type { Cursor } from './cursor.ts'

/** The most nodes from the root of an expression to a leaf; whoever walks a tree may do so by recursion. */
const MAX_HEIGHT = 1000

/** Gives up on an expression whose tree is too tall, such as ten thousand terms in a row. */
export function failTall(cursor: Cursor, expression: Expression, fromToken: number): void {
  if (cursor.position - fromToken <= MAX_HEIGHT) return
  if (heightOver(expression, MAX_HEIGHT)) cursor.failTooDeep()
}

/** Walks without recursion. */
function heightOver(root: object, limit: number): boolean {
  const open: [node: object, height: number][] = [[root, 1]]
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const [node, height] = item
    if (height > limit) return true
    for (const child of Object.values(node) as unknown[]) {
      if (typeof child === 'object' && child !== null) open.push([child, Array.isArray(child) ? height : height + 1])
    }
  }
  return false
}
