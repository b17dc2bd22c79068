import { StackError, type CachePort, type DatabasePort, type FilesPort, type HttpPort } from '@cairn/statements'

/** Every call on it rejects: `cairn run` starts no database. */
export function unavailableDatabase(): DatabasePort {
  const refuse = refusal('no_database', 'This run has no database.', 'Serve the workspace with `cairn serve`.')
  const port: DatabasePort = {
    query: refuse,
    record: refuse,
    write: refuse,
    bulk: refuse,
    truncate: refuse,
    direct: refuse,
    schema: refuse,
    transaction: refuse,
    withDatasource: () => port,
  }
  return port
}

export function unavailableHttp(): HttpPort {
  return { request: refusal('no_http', 'This run cannot send requests.', 'Serve the workspace with `cairn serve`.') }
}

export function unavailableFiles(): FilesPort {
  const refuse = refusal('no_files', 'This run has no file storage.', 'Serve the workspace with `cairn serve`.')
  return { store: refuse, read: refuse, delete: refuse, signUrl: refuse }
}

export function unavailableCache(): CachePort {
  const refuse = refusal('no_cache', 'This run has no cache.', 'Serve the workspace with `cairn serve`.')
  return {
    set: refuse,
    get: refuse,
    has: refuse,
    delete: refuse,
    increment: refuse,
    keys: refuse,
    push: refuse,
    pop: refuse,
    remove: refuse,
    length: refuse,
    range: refuse,
    rateLimit: refuse,
  }
}

function refusal(reason: string, message: string, hint: string): () => Promise<never> {
  return () => Promise.reject(new StackError('standard', reason, `${message} ${hint}`, { hint }))
}
