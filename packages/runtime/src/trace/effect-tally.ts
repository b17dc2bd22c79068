import type { RunnableObject } from '../types.ts'
import type { RecordedEffect, TraceEffect, TraceSite } from './trace-sink.ts'

/** How often a statement did the same to the world, rounds that were passed over included. */
export interface EffectTally {
  site: TraceSite
  kind: TraceEffect['kind']
  title: string
  /** The stack it stands in. */
  object: RunnableObject
  inLoop: boolean
  count: number
  ms: number
  rows: number
}

export class EffectTallies {
  readonly all: EffectTally[] = []
  private readonly known = new Map<TraceSite, Map<string, EffectTally>>()

  add(place: Pick<EffectTally, 'site' | 'object' | 'inLoop'>, { kind, title, ms, rows }: RecordedEffect): void {
    const ofSite = this.known.get(place.site) ?? new Map<string, EffectTally>()
    this.known.set(place.site, ofSite)
    const key = `${kind} ${title}`
    let tally = ofSite.get(key)
    if (tally === undefined) {
      tally = { ...place, kind, title, count: 0, ms: 0, rows: 0 }
      ofSite.set(key, tally)
      this.all.push(tally)
    }
    tally.count++
    tally.ms += ms
    tally.rows += rows ?? 0
  }
}
