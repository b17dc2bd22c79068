import { createHash } from 'node:crypto'

/** One run of a task that is due at a moment. */
export interface DueRun {
  workspace: number
  task: string
  /** Epoch milliseconds. */
  due: number
}

/** Runs that are waiting to be due, in PostgreSQL: each is handed to one process. */
export interface DueQueue {
  /** The same run is kept once, whoever adds it. */
  add(run: DueRun): Promise<void>
  close(): Promise<void>
}

/** The schema of the job library in Cairn's database. */
const schema = 'cairn_tasks'
const queue = 'due'

/**
 * Opens the queue over pg-boss, which is loaded here and not before. `take` gets each run that is due and should be
 * quick: a run that it refuses, or whose process dies meanwhile, is handed out again.
 */
export async function openDueQueue(
  url: string,
  take: (run: DueRun) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<DueQueue> {
  const { default: PgBoss } = await import('pg-boss')
  const boss = new PgBoss({ connectionString: url, schema, max: 2, schedule: false, application_name: 'cairn tasks' })
  boss.on('error', onError)
  await boss.start()
  try {
    await boss.createQueue(queue, { name: queue, retryLimit: 5, retryDelay: 1, expireInSeconds: 60 })
    await boss.work<DueRun>(queue, { batchSize: 1, pollingIntervalSeconds: 1 }, async (jobs) => {
      for (const { data } of jobs) await take(data)
    })
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
  return {
    async add(run) {
      const options = {
        id: idOf(run),
        startAfter: new Date(run.due),
        retryLimit: 5,
        retryDelay: 1,
        expireInSeconds: 60,
      }
      await boss.send(queue, run, options)
    },
    close: () => boss.stop({ timeout: 2000 }),
  }
}

/** The same for the same run, so that a second one is no other. */
function idOf({ workspace, task, due }: DueRun): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([workspace, task, due]))
    .digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
