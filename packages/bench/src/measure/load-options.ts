export interface LoadOptions {
  host: string
  port: number
  /** Whole HTTP/1.1 requests as text, taken in turn. */
  requests: string[]
  connections: number
  seconds: number
}

export interface LoadResult {
  requests: number
  /** Answers whose status is not 2xx, and broken connections. */
  failed: number
  seconds: number
  /** Milliseconds. */
  p50: number
  p99: number
}
