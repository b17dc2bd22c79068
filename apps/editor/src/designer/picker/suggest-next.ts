import { clauseAt, statementAt, type Statement } from '@cairn/language'
import type { Place } from '../engine/places.ts'
import counted from './followers.json'

/** What usually follows what in real workspaces: written by `scripts/followers.mjs`. */
const followers: Readonly<Record<string, readonly string[] | undefined>> = counted

/** Names of statements to offer first at a place: what usually follows the one before, or begins such a block. */
export function suggestNext(object: Statement | null, { block, index }: Place): readonly string[] {
  const body = object?.body ?? null
  const before = index === 0 ? null : statementAt(body, `${block}.${index - 1}`)
  const first = followers[`>${clauseAt(body, block)?.name ?? 'stack'}`] ?? followers['>stack'] ?? []
  return before === null ? first : (followers[before.name] ?? first)
}
