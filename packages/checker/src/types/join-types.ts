import { any, type ObjectType, type Type } from './type.ts'

const numbers = new Set(['int', 'decimal', 'number'])
/** A type that grows at each round of a loop ends here. */
const deepest = 6

/** The type of a value that is of the one or of the other. */
export function joinTypes(left: Type, right: Type, depth = 0): Type {
  if (left === right) return left
  if (depth > deepest) return any
  if (left.kind === 'null') return right
  if (right.kind === 'null') return left
  if (left.kind === 'object' && right.kind === 'object') return joinObjects(left, right, depth)
  if ('items' in left && 'items' in right && left.kind === right.kind) {
    return { kind: left.kind, items: joinTypes(left.items, right.items, depth + 1) }
  }
  const secret = secretOf(left) ?? secretOf(right)
  const kind =
    left.kind === right.kind ? left.kind : numbers.has(left.kind) && numbers.has(right.kind) ? 'number' : 'any'
  if (kind === 'object' || kind === 'array' || kind === 'stream') return any
  return secret === undefined ? { kind } : { kind, secret }
}

function secretOf(type: Type): string | undefined {
  return 'secret' in type ? type.secret : undefined
}

function joinObjects(left: ObjectType, right: ObjectType, depth: number): Type {
  const fields = new Map(left.fields)
  for (const [name, type] of right.fields) {
    const known = fields.get(name)
    fields.set(name, known === undefined ? type : joinTypes(known, type, depth + 1))
  }
  const joined: ObjectType = { kind: 'object', fields, open: left.open || right.open }
  if (left.hidden !== undefined || right.hidden !== undefined) {
    joined.hidden = new Map([...(left.hidden ?? []), ...(right.hidden ?? [])])
  }
  if (left.table !== undefined && left.table === right.table) joined.table = left.table
  return joined
}

/** Whether two types say the same. */
export function sameType(left: Type, right: Type): boolean {
  if (left === right) return true
  if (left.kind !== right.kind) return false
  if ('items' in left && 'items' in right) return sameType(left.items, right.items)
  if (left.kind !== 'object' || right.kind !== 'object') return secretOf(left) === secretOf(right)
  if (left.open !== right.open || left.fields.size !== right.fields.size) return false
  return [...left.fields].every(([name, type]) => {
    const other = right.fields.get(name)
    return other !== undefined && sameType(type, other)
  })
}
