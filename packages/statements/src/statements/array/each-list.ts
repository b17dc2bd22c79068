/** What the array statements with an expression do with their lists. */
import type { EachFunction } from '../../define/types.ts'
import { toText } from '../../values/convert.ts'
import { looseEquals } from '../../values/equality.ts'
import { isTruthy } from '../../values/kinds.ts'
import { setOwn } from '../../values/members.ts'
import type { Value } from '../../values/value.ts'
import { listOf } from './list-of.ts'

export function mapList(value: Value, by: EachFunction): Value[] {
  return listOf(value).map((item, index, all) => by(item, index, all as Value[], null))
}

export function groupList(value: Value, by: EachFunction): Value {
  const groups: { [key: string]: Value[] } = {}
  listOf(value).forEach((item, index, all) => {
    const key = toText(by(item, index, all as Value[], null))
    if (Object.hasOwn(groups, key)) groups[key]!.push(item)
    else setOwn(groups, key, [item])
  })
  return groups
}

export function partitionList(value: Value, test: EachFunction): Value {
  const parts: { true: Value[]; false: Value[] } = { true: [], false: [] }
  listOf(value).forEach((item, index, all) => {
    parts[isTruthy(test(item, index, all as Value[], null)) ? 'true' : 'false'].push(item)
  })
  return parts
}

type Key = EachFunction | null

function keys(list: readonly Value[], by: Key): Value[] {
  return by === null ? [...list] : list.map((item, index) => by(item, index, list as Value[], null))
}

const among = (all: readonly Value[], key: Value) => all.some((other) => looseEquals(other, key))

export function unionLists(first: Value, second: Value, by: Key): Value[] {
  const all = [...listOf(first), ...listOf(second)]
  const allKeys = keys(all, by)
  return all.filter((_, index) => !among(allKeys.slice(0, index), allKeys[index]!))
}

export function differenceLists(first: Value, second: Value, by: Key): Value[] {
  const [list, other] = [listOf(first), keys(listOf(second), by)]
  const own = keys(list, by)
  return list.filter((_, index) => !among(other, own[index]!))
}

export function intersectionLists(first: Value, second: Value, by: Key): Value[] {
  const [list, other] = [listOf(first), keys(listOf(second), by)]
  const own = keys(list, by)
  return list.filter((_, index) => among(other, own[index]!))
}
