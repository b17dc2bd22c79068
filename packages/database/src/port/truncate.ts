import type { TruncatePlan } from '@cairn/statements'
import { tableOf } from '../catalogue/catalogue.ts'
import type { Runner } from './runner.ts'
import type { Store } from './store.ts'

/** `db.truncate`: all rows go. With `reset` ids start at 1 again. */
export async function runTruncate(plan: TruncatePlan, store: Store, runner: Runner): Promise<void> {
  const { sql } = tableOf(store.catalogue, plan.table)
  const text = `truncate ${sql} ${plan.reset ? 'restart identity' : 'continue identity'}`
  await runner.run({ name: '', text, parameters: [], results: [], read: () => null, quick: false }, [])
}
