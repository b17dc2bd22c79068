import type { Attribute, Body, Statement } from './tree.ts'

/** The first attribute of that name that is not disabled, or null. */
export function attribute(body: Body | null, name: string): Attribute | null {
  for (const item of body?.items ?? []) {
    if (item.kind === 'attribute' && item.name === name && !item.disabled) return item
  }
  return null
}

/** The first block of that name that is not disabled, or null: `clause(body, 'else')`. */
export function clause(body: Body | null, name: string): Statement | null {
  for (const item of body?.items ?? []) {
    if (item.kind === 'statement' && item.name === name && !item.disabled) return item
  }
  return null
}

/** The body of the `stack` block; null where there is none or it has no braces. */
export function stackOf(body: Body | null): Body | null {
  return clause(body, 'stack')?.body ?? null
}
