import type { RequestPlace } from './request-types.ts'

/** A batch begins no earlier than this, in milliseconds, before any of its requests. */
export const BATCH_SPAN = 15 * 60_000

/** A request's batch, between which times that begins, and the request's position in it. */
export interface BatchPlace {
  batch: string
  position: number
  from: number
  to: number
}

/** What an id such as `6b7c…-12` says; one that says nothing names no request. */
export const placeOf = ({ at, id }: RequestPlace): BatchPlace => {
  const [, batch, position] = /^([0-9a-f-]{36})-(\d{1,9})$/.exec(id) ?? []
  return {
    batch: batch ?? '00000000-0000-0000-0000-000000000000',
    position: Number(position ?? -1),
    from: at - BATCH_SPAN,
    to: at,
  }
}
