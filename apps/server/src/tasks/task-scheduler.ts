import { StackError, type ClockPort } from '@cairn/statements'
import type { LoadedBranch } from '../serve/load-workspace.ts'
import { openDueQueue, type DueQueue, type DueRun } from './due-queue.ts'
import { isDue, nextDue } from './next-due.ts'
import { runTask } from './run-task.ts'
import { openTaskLocks, type TaskLocks } from './task-lock.ts'

/** A workspace whose tasks run. */
export interface ScheduledWorkspace {
  id: number
  name: string
  live: LoadedBranch
}

export interface TaskSchedulerOptions {
  databaseUrl: string
  clock: Pick<ClockPort, 'now'>
  /** Where this process answers: `$env.$api_baseurl` of a task, which no request came to. */
  baseUrl: () => string
  log: (line: string) => void
}

/** Milliseconds that running tasks are given to end when the server stops. */
const patience = 10_000

/**
 * Runs the tasks of all workspaces when they are due. Every process of an installation has a scheduler; a due run goes
 * to one of them, and is skipped while the task's last run is still going, wherever that is. A run that was due while no
 * process was there is made up for, once. A task that fails is a line in the log and is due again as if it had not.
 * Nothing is opened until a workspace has a task that will be due.
 */
export class TaskScheduler {
  readonly #options: TaskSchedulerOptions
  readonly #workspaces = new Map<number, ScheduledWorkspace>()
  readonly #running = new Set<Promise<void>>()
  readonly #stop = new AbortController()
  #opened: Promise<{ queue: DueQueue; locks: TaskLocks }> | null = null

  constructor(options: TaskSchedulerOptions) {
    this.#options = options
  }

  /** Takes a workspace as it was just loaded: from now on its tasks are due as it says. Never fails. */
  async schedule(workspace: ScheduledWorkspace): Promise<void> {
    this.#workspaces.set(workspace.id, workspace)
    try {
      for (const task of workspace.live.program.model.tasks.values()) {
        await this.#addNext(workspace, task.name, this.#options.clock.now())
      }
    } catch (error) {
      this.#options.log(`${workspace.name}: its tasks could not be scheduled: ${describe(error)}`)
    }
  }

  /** The tasks of a workspace that is gone are due no more. */
  forget(id: number): void {
    this.#workspaces.delete(id)
  }

  /** Takes no further runs; those that go on are given ten seconds, then told to end. */
  async close(): Promise<void> {
    const opened = await this.#opened?.catch(() => null)
    await opened?.queue.close()
    const timer = setTimeout(() => this.#stop.abort(), patience)
    await Promise.all(this.#running)
    clearTimeout(timer)
    await opened?.locks.close()
  }

  async #addNext(workspace: ScheduledWorkspace, name: string, after: number): Promise<void> {
    const task = workspace.live.program.task(name)?.object
    if (task === undefined || !task.active) return
    const due = nextDue(task.schedule, after)
    if (due === null) return
    const { queue } = await this.#open()
    await queue.add({ workspace: workspace.id, task: name, due })
  }

  #open(): Promise<{ queue: DueQueue; locks: TaskLocks }> {
    this.#opened ??= this.#openBoth()
    this.#opened.catch(() => {
      this.#opened = null
    })
    return this.#opened
  }

  async #openBoth(): Promise<{ queue: DueQueue; locks: TaskLocks }> {
    const { databaseUrl, log } = this.#options
    const queue = await openDueQueue(
      databaseUrl,
      (run) => this.#take(run),
      (error) => log(`The queue of tasks failed: ${describe(error)}`),
    )
    return { queue, locks: openTaskLocks(databaseUrl) }
  }

  /** The next run is in the queue before this one starts, so that nothing that happens to this one ends the series. */
  async #take({ workspace: id, task: name, due }: DueRun): Promise<void> {
    const workspace = this.#workspaces.get(id)
    const task = workspace?.live.program.task(name) ?? null
    if (workspace === undefined || task === null) return
    // Left over from a schedule that is no longer.
    if (!task.object.active || !isDue(task.object.schedule, due)) return
    await this.#addNext(workspace, name, Math.max(due, this.#options.clock.now()))
    const run = this.#run(workspace, name)
    this.#running.add(run)
    void run.finally(() => this.#running.delete(run))
  }

  /** Never rejects. */
  async #run(workspace: ScheduledWorkspace, name: string): Promise<void> {
    const { log } = this.#options
    const task = workspace.live.program.task(name)!
    try {
      const { locks } = await this.#open()
      const ran = await locks.alone(`cairn task ${workspace.id} ${name}`, () =>
        runTask(task, workspace.live, { baseUrl: this.#options.baseUrl(), signal: this.#stop.signal }),
      )
      if (!ran) log(`${workspace.name}: the task "${name}" was skipped, since its last run is still going.`)
    } catch (error) {
      log(`${workspace.name}: the task "${name}" failed: ${describe(error)}`)
    }
  }
}

function describe(error: unknown): string {
  if (error instanceof StackError) return error.place === null ? error.message : `${error.message} (at ${error.place})`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
