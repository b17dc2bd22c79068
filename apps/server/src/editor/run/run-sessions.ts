import { randomSecret } from '../session-cookie.ts'
import { Refusal } from '../refusal.ts'

/** Runs that stand still in this process: each holds a connection of the database when it is in a transaction. */
const MOST = 20
const MOST_OF_ONE = 3

interface Owned<Run> {
  run: Run
  user: string
  workspace: number
}

/** Keeps runs that stand still, each for the person and the workspace it belongs to. */
export class RunSessions<Run> {
  private readonly held = new Map<string, Owned<Run>>()

  /** Refuses a run that could stop when there are too many already. */
  demandRoom(user: string): void {
    const own = [...this.held.values()].filter((one) => one.user === user).length
    if (own < MOST_OF_ONE && this.held.size < MOST) return
    throw new Refusal(429, 'too_many_held', 'Too many runs stand still in the debugger. Let one go on, or stop it.')
  }

  /** Kept until it is taken, or `until`, when it ends by itself. */
  keep(run: Run, user: string, workspace: number, until: Date): string {
    const session = randomSecret()
    setTimeout(() => this.held.delete(session), until.getTime() - Date.now()).unref()
    this.held.set(session, { run, user, workspace })
    return session
  }

  /** The run, which is kept no longer. Somebody else's, or one of another workspace, is unknown. */
  take(session: string, user: string, workspace: number): Run {
    const found = this.held.get(session)
    if (found === undefined || found.user !== user || found.workspace !== workspace) {
      throw new Refusal(
        404,
        'unknown_run',
        'This run waits no longer: it went on, or stood still for too long. Run again.',
      )
    }
    this.held.delete(session)
    return found.run
  }
}
