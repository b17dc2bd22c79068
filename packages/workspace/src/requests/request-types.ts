/** What many requests have in common. */
export interface RequestKind {
  branch: string
  datasource: string
  group: string
  /** Path of the endpoint as it is written, null where there is none. */
  route: string | null
  method: string
  userTable: string | null
}

/** What few requests have. */
export interface RequestDetails {
  error?: string
  /** The address of the statement that failed. */
  errorAt?: string | null
  /** Whether it can be replayed. */
  recorded?: boolean
}

/** What every request adds to its batch, in this order: whole numbers of 32 bits. */
export const requestNumbers = ['kind', 'after', 'status', 'us', 'size'] as const

/** Requests that one process answered within about a second. */
export interface RequestBatch {
  workspaceId: number
  /** A UUID. */
  id: string
  /** Epoch milliseconds, before the first began. */
  at: number
  /** Answered with a status of 400 or more. */
  errors: number
  /** Milliseconds. */
  slowest: number
  kinds: readonly RequestKind[]
  /** How many there are. */
  length: number
  /**
   * The `requestNumbers` of one request after those of another: which of the kinds, milliseconds after `at` when it
   * began, status, microseconds it took, bytes of the answer.
   */
  numbers: Int32Array
  /** Below the group, without the query string, by position; none where it is the route. */
  paths: ReadonlyMap<number, string>
  userIds: ReadonlyMap<number, string>
  /** By position. */
  details: Readonly<Record<string, RequestDetails>>
}

/** A request as it is read back. */
export interface PastRequest extends RequestKind {
  /** The batch and the position in it. */
  id: string
  /** Epoch milliseconds. */
  at: number
  path: string
  status: number
  ms: number
  size: number
  userId: string | null
  error: string | null
  errorAt: string | null
  recorded: boolean
}

/** What is looked for; what is left out matches all. */
export interface RequestFilter {
  /** From, included, to, excluded; epoch milliseconds. */
  from: number
  to: number
  branch?: string | undefined
  group?: string | undefined
  /** As it is written; with `method` it names an endpoint. */
  route?: string | undefined
  method?: string | undefined
  answer?: 'ok' | 'client_error' | 'server_error' | 'error' | undefined
  /** Took that many milliseconds or more. */
  slowMs?: number | undefined
  /** In the path, the error, or the user's id, without regard to case. */
  text?: string | undefined
  recorded?: boolean | undefined
}

/** A place in the list: right behind this request. */
export interface RequestPlace {
  at: number
  id: string
}

/** Equal parts of a span of time, oldest first; those without a request are left out. */
export interface RequestSlot {
  /** Its beginning, epoch milliseconds. */
  at: number
  requests: number
  /** Answered with a status of 400 or more. */
  errors: number
  p50: number
  p95: number
  p99: number
}

export interface RequestFigures {
  /** Over all that matches. */
  requests: number
  errors: number
  p50: number
  p95: number
  p99: number
  slots: RequestSlot[]
  /** The figures are those of the newest so many matches alone; null when they are of all. */
  newest: number | null
}

/** Which requests of an endpoint are recorded. */
export interface RecordingRule {
  /** All that were answered with a status of 400 or more. */
  errors: boolean
  /** All that took this many milliseconds or more; null for none. */
  slowMs: number | null
  /** So many others a minute; null for all. */
  perMinute: number | null
}

export interface EndpointRule extends RecordingRule {
  workspaceId: number
  group: string
  verb: string
  path: string
}

/** A recording on its way to the store, which seals it. */
export interface KeptRecording {
  /** Of its request in the batch. */
  position: number
  content: Uint8Array
}

/** How long and how much history is kept. */
export interface Retention {
  days: number
  /** Of requests and recordings together. */
  bytes: number
}

/** Requests to public URLs and what was recorded of them, with plain SQL: a process that only serves loads no Prisma. */
export interface RequestHistory {
  /** Rejects when it could not be stored, and then nothing of it is. */
  add(batch: RequestBatch, recordings: readonly KeptRecording[]): Promise<void>
  /** Notes that this many were served and not kept. */
  addLost(lost: ReadonlyMap<number, number>, at: number): Promise<void>
  /** How many were lost since then. */
  lostSince(workspaceId: number, from: number): Promise<number>
  /** Newest first. */
  list(
    workspaceId: number,
    filter: RequestFilter,
    page: { limit: number; after: RequestPlace | null },
  ): Promise<PastRequest[]>
  /** `slots`: into how many parts the span is divided. */
  figures(workspaceId: number, filter: RequestFilter, slots: number): Promise<RequestFigures>
  find(workspaceId: number, place: RequestPlace): Promise<PastRequest | null>
  /** Null where there is none; `env_unreadable` when it was sealed with another installation key. */
  recording(workspaceId: number, place: RequestPlace): Promise<Uint8Array | null>
  rules(workspaceId?: number): Promise<EndpointRule[]>
  /** Null brings the default back. */
  setRule(endpoint: Omit<EndpointRule, keyof RecordingRule>, rule: RecordingRule | null): Promise<void>
  /** Drops the hours that are too old, then the oldest while all of them take too much; never the current hour. */
  expire(retention: Retention, now: number): Promise<{ dropped: number }>
  close(): Promise<void>
}
