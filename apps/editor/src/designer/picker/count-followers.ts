import { clauses, parse, type Body } from '@cairn/language'
import { statementsOf } from '../engine/document.ts'

/** What follows what: by the statement before, or by `>` and the name of the block for its first one; most often first. */
export type Followers = Record<string, string[]>

const MOST = 6
/** What fewer workspaces do is nobody's habit. */
const LEAST_WORKSPACES = 2

/**
 * Counts what follows what in real workspaces, each a list of texts. A pair counts once a stack, so that one long stack
 * of the same does not decide; what is said by texts that can not be read is left out.
 */
export function countFollowers(workspaces: readonly (readonly string[])[]): Followers {
  const pairs = new Map<string, Map<string, { stacks: number; workspaces: Set<number> }>>()
  const add = (before: string, name: string, workspace: number) => {
    const after = pairs.get(before) ?? new Map<string, { stacks: number; workspaces: Set<number> }>()
    pairs.set(before, after)
    const count = after.get(name) ?? { stacks: 0, workspaces: new Set() }
    after.set(name, count)
    count.stacks += 1
    count.workspaces.add(workspace)
  }
  for (const [workspace, texts] of workspaces.entries()) {
    for (const pair of texts.flatMap((text) => pairsOf(text))) add(pair.before, pair.name, workspace)
  }
  const common = [...pairs].map(([before, after]) => {
    const names = [...after]
      .filter(([, count]) => count.workspaces.size >= LEAST_WORKSPACES)
      .toSorted(([a, one], [b, other]) => other.stacks - one.stacks || (a < b ? -1 : 1))
      .map(([name]) => name)
    return [before, names.slice(0, MOST)] as const
  })
  const kept = common.filter(([, names]) => names.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(kept)
}

interface Pair {
  before: string
  name: string
}

/** The pairs of each object of a text, each once. */
function pairsOf(text: string): Pair[] {
  const { file, diagnostics } = parse(text)
  if (diagnostics.some(({ severity }) => severity === 'error')) return []
  return file.objects.flatMap((object) => {
    if (object.kind !== 'statement') return []
    const found = new Map<string, Pair>()
    for (const stack of statementsOf(object.body).filter(({ name }) => name === 'stack')) {
      visit(stack.body, '>stack', (pair) => found.set(`${pair.before} ${pair.name}`, pair))
    }
    return [...found.values()]
  })
}

function visit(body: Body | null, first: string, see: (pair: Pair) => void): void {
  let before = first
  for (const statement of statementsOf(body)) {
    see({ before, name: statement.name })
    for (const { clause } of clauses(statement.body)) visit(clause.body, `>${clause.name}`, see)
    before = statement.name
  }
}
