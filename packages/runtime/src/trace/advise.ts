import type { RunnableObject } from '../types.ts'
import type { TraceAdvice } from './trace-data.ts'
import type { EffectTally } from './effect-tally.ts'

/** Advice before its object has a number. */
export interface FoundAdvice extends Omit<TraceAdvice, 'object'> {
  object: RunnableObject
}

/** From how many times on something done in each round is worth a word. */
const MANY = 4

/** What the traffic of a run with the world says about its statements. */
export function advise(tallies: readonly EffectTally[]): FoundAdvice[] {
  const http = tallies.filter(({ kind }) => kind === 'http')
  const inRounds = mergeSites(http.filter(({ inLoop, count }) => inLoop || count >= MANY))
  const single = http.filter(({ inLoop, count, title }) => !inLoop && count === 1 && title.startsWith('GET '))
  return [
    ...mergeSites(tallies.filter(({ kind }) => kind === 'sql')).flatMap(queryPerRound),
    ...inRounds.flatMap(requestPerRound),
    ...repeated(http.filter(({ title }) => title.startsWith('GET '))),
    ...(single.length > 1 ? inARow(single) : []),
  ]
}

/** One tally a statement: URLs and SQL that differ from round to round are the same statement. */
function mergeSites(tallies: readonly EffectTally[]): EffectTally[] {
  const merged = new Map<EffectTally['site'], EffectTally>()
  for (const tally of tallies) {
    const known = merged.get(tally.site)
    if (known === undefined) merged.set(tally.site, { ...tally })
    else {
      known.count += tally.count
      known.ms += tally.ms
      known.rows += tally.rows
    }
  }
  return [...merged.values()]
}

const time = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`

function queryPerRound({ site, object, inLoop, count, ms, title }: EffectTally): FoundAdvice[] {
  if (!inLoop || count < MANY) return []
  const reads = /^\s*(select|with)\b/i.test(title)
  return [
    {
      kind: 'query_per_round',
      object,
      address: site.address,
      message: `Ran ${count} times, once a round of its loop (N+1), and took ${time(ms)} in all.`,
      fix: reads
        ? 'Fetch it with the list: an addon on the query in front of the loop reads the related rows of all of them in one query.'
        : 'Collect the rows in the loop, and write them behind it with one bulk statement.',
    },
  ]
}

function requestPerRound({ site, object, inLoop, count, ms }: EffectTally): FoundAdvice[] {
  if (!inLoop || count < MANY) return []
  return [
    {
      kind: 'request_per_round',
      object,
      address: site.address,
      message: `Called another server ${count} times, one after the other, and waited ${time(ms)} in all.`,
      fix: 'Move the call into a function, start it in each round with "runs: async-shared", and wait for all of them behind the loop.',
    },
  ]
}

function repeated(http: readonly EffectTally[]): FoundAdvice[] {
  const byTitle = new Map<string, EffectTally[]>()
  for (const tally of http) byTitle.set(tally.title, [...(byTitle.get(tally.title) ?? []), tally])
  return [...byTitle].flatMap(([title, tallies]): FoundAdvice[] => {
    const count = tallies.reduce((sum, tally) => sum + tally.count, 0)
    const last = tallies.at(-1)
    if (count < 2 || last === undefined) return []
    return [
      {
        kind: 'request_repeated',
        object: last.object,
        address: last.site.address,
        message: `${title} was asked ${count} times in this run.`,
        fix: 'Ask once and keep the answer in a variable, or in the cache for other requests as well.',
      },
    ]
  })
}

function inARow(single: readonly EffectTally[]): FoundAdvice[] {
  const last = single.at(-1)
  if (last === undefined || single.every(({ title }) => title === last.title)) return []
  const ms = single.reduce((sum, tally) => sum + tally.ms, 0)
  const longest = Math.max(...single.map((tally) => tally.ms))
  if (ms - longest < 50) return []
  return [
    {
      kind: 'requests_in_a_row',
      object: last.object,
      address: last.site.address,
      message: `${single.length} calls of other servers waited for one another, ${time(ms)} in all; the longest took ${time(longest)}.`,
      fix: 'Where one does not need the answer of the other, move each into a function, run them with "runs: async-shared" and wait for both.',
    },
  ]
}
