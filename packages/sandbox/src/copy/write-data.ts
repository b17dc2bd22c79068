import { FileResource, isObject, StackError, ValueStream, type LambdaCall, type Value } from '@cairn/statements'
import type { JobData } from '../engine/job.ts'
import { maxCode, maxCopied, maxDepth } from '../engine/limits.ts'

/** What a lambda sees, as JSON. A StackError when it is too much to copy. */
export function writeData({ code, names, each }: LambdaCall): string {
  if (code.length > maxCode) {
    throw new StackError('standard', 'lambda_syntax', `The code of a lambda may have ${maxCode} characters.`)
  }
  const size = new Size()
  for (const value of Object.values(names)) size.count(value, 0)
  if (each !== null) size.count(each.list as Value[], 0)
  if (each !== null) size.count(each.initial, 0)
  const data: JobData = { names, each }
  return size.plain ? JSON.stringify(data) : JSON.stringify(data, withoutContents)
}

/** Counts about how many characters the JSON of values will have, and stops at the first that are too many. */
class Size {
  plain = true
  private left = maxCopied

  count(value: Value, depth: number): void {
    this.left -= typeof value === 'string' ? value.length + 3 : 6
    if (this.left < 0) throw tooLarge(`is longer than ${maxCopied} characters`)
    if (typeof value !== 'object' || value === null) return
    if (depth > maxDepth) throw tooLarge(`nests deeper than ${maxDepth} levels`)
    if (Array.isArray(value)) for (const item of value) this.count(item, depth + 1)
    else if (isObject(value)) this.countMembers(value, depth)
    else this.plain = false
  }

  private countMembers(object: { [key: string]: Value }, depth: number): void {
    for (const key of Object.keys(object)) {
      this.left -= key.length
      this.count(object[key]!, depth + 1)
    }
  }
}

/** Files are described, streams are nothing. */
function withoutContents(_key: string, value: unknown): unknown {
  if (value instanceof FileResource) return { name: value.name, type: value.mime, size: value.size }
  return value instanceof ValueStream ? null : value
}

function tooLarge(what: string): StackError {
  return new StackError('standard', 'lambda_input', `What this lambda looks at ${what}.`, {
    hint: 'Name what it needs, such as $var.order.total, instead of all of $var, or give it a smaller part.',
  })
}
