import type { Duplex } from 'node:stream'
import { Client } from 'pg'
import { Connection } from './connection.ts'

export interface SessionOptions {
  /** Milliseconds a statement may take; 0 = no limit. */
  statementTimeout: number
  /** Milliseconds to wait for the server to answer the handshake. */
  connectTimeout: number
}

/**
 * Opens a session. `pg` does what it is best at: reading the URL, TLS, SCRAM; after that the socket is ours, since its
 * way of reading rows costs more than the query (docs/decisions/0003-database-driver.md).
 */
export async function openConnection(url: string, options: SessionOptions): Promise<Connection> {
  const client = new Client({
    connectionString: url,
    application_name: 'cairn',
    connectionTimeoutMillis: options.connectTimeout,
    statement_timeout: options.statementTimeout,
    keepAlive: true,
  })
  await client.connect()
  const socket = socketOf(client)
  socket.removeAllListeners('data')
  // From here on the Connection hears of the end; pg must not raise it as an error nobody listens to.
  client.on('error', () => {})
  const connection = new Connection(socket)
  await connection.run(sessionSettings, [])
  return connection
}

/** What our reading of values relies on, whatever the server's defaults are. */
const sessionSettings = {
  name: '',
  text: `select set_config('DateStyle', 'ISO, YMD', false), set_config('TimeZone', 'UTC', false), set_config('extra_float_digits', '1', false), set_config('bytea_output', 'hex', false)`,
  parameters: [],
  results: [],
  read: null,
  quick: true,
}

function socketOf(client: Client): Duplex {
  return (client as unknown as { connection: { stream: Duplex } }).connection.stream
}
