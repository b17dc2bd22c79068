import type { EndpointRule, RecordingRule } from '@cairn/workspace'
import { defaultRule } from './default-rule.ts'

type Key = Omit<EndpointRule, keyof RecordingRule>

/** The rule an endpoint follows now. */
export interface CurrentRule {
  rule: RecordingRule
}

const nameOf = ({ workspaceId, group, verb, path }: Key): string => JSON.stringify([workspaceId, group, verb, path])

/** Which requests are recorded, as the store had it when it was last asked. */
export class RuleBook {
  readonly #rules = new Map<string, CurrentRule>()

  /** Of an endpoint; the same for as long as the process lives, and changed by `replace`. */
  of(key: Key): CurrentRule {
    const name = nameOf(key)
    const known = this.#rules.get(name) ?? { rule: defaultRule }
    this.#rules.set(name, known)
    return known
  }

  replace(rules: readonly EndpointRule[]): void {
    const own = new Map(rules.map((rule) => [nameOf(rule), rule]))
    for (const [name, current] of this.#rules) current.rule = own.get(name) ?? defaultRule
    for (const rule of rules) this.of(rule).rule = rule
  }
}
