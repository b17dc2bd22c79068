import { StackError, type DatabasePort, type FilesPort } from '@cairn/statements'

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

/** Every call on it rejects: there is no storage behind it. */
export function unavailableFiles(): FilesPort {
  const refuse = refusal('no_files', 'This server has no file storage.', 'Keep files in a service of your own.')
  return {
    store: refuse,
    read: refuse,
    stream: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }),
    delete: refuse,
    signUrl: refuse,
  }
}

function refusal(reason: string, message: string, hint: string): () => Promise<never> {
  return () => Promise.reject(new StackError('standard', reason, `${message} ${hint}`, { hint }))
}
