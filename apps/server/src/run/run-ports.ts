import { randomBytes } from 'node:crypto'
import { createTokenIssuer, type TokenKey } from '@cairn/auth'
import type { WorkspaceModel } from '@cairn/language'
import type { LambdaPort, Ports } from '@cairn/statements'
import { createAuthPort } from '../ports/auth-port.ts'
import { createMemoryCache } from '../ports/cache/memory-cache.ts'
import { clockPort } from '../ports/clock-port.ts'
import { createEnvPort } from '../ports/env-port.ts'
import { createHttpClient } from '../ports/http/http-client.ts'
import { createLogPort } from '../ports/log-port.ts'
import { mailPort } from '../ports/mail-port.ts'
import { openSandbox } from '../ports/open-sandbox.ts'
import { randomPort } from '../ports/random-port.ts'
import { unavailableDatabase, unavailableFiles } from '../ports/unavailable-ports.ts'

/** The ports of a run without a server or storage; tokens are made with a key nobody keeps. */
export function createRunPorts(
  model: WorkspaceModel,
  log: (line: string) => void,
  lambda: LambdaPort = openSandbox().forOwner('run'),
): Ports {
  const key: TokenKey = { id: 'run', secret: randomBytes(32) }
  const keys = { current: key, accepted: [key] }
  const issueToken = createTokenIssuer({
    clock: clockPort,
    keys: () => keys,
    workspace: 'run',
    table: (name) => model.tables.get(name) ?? null,
  })
  return {
    db: unavailableDatabase(),
    http: createHttpClient(),
    clock: clockPort,
    random: randomPort,
    cache: createMemoryCache({ clock: clockPort }),
    files: unavailableFiles(),
    mail: mailPort,
    log: createLogPort({ clock: clockPort, write: log, workspace: 'run', requestId: 'run' }),
    auth: createAuthPort(issueToken, 'live'),
    env: createEnvPort(model.workspace?.env ?? {}),
    lambda,
  }
}
