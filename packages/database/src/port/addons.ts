import { StackError, type QueryAddon } from '@cairn/statements'

/** Refuses a plan with addons, so that no answer silently lacks its related records. */
export function refuseAddons(addons: readonly QueryAddon[]): void {
  const [first] = addons
  if (first === undefined) return
  throw new StackError('standard', 'not_available', `The addon "${first.addon}" cannot be run yet.`)
}
