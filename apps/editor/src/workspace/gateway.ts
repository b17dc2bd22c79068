import type { SaveAnswer } from '../designer/saving/autosave.ts'

/** One line of a list of objects. */
export interface ObjectEntry {
  id: number
  kind: string
  name: string
  group: string | null
  verb: string | null
  auth: string | null
  tags: string[]
  draft: boolean
  version: number
  updatedAt: string
}

/** One object with its texts. */
export interface ObjectSource {
  id: number
  kind: string
  name: string
  draft: string | null
  published: string | null
  version: number
  edition: number
}

export interface ObjectVersion {
  version: number
  note: string
  author: string | null
  createdAt: string
  source: string
}

export type PublishAnswer = { published: true; edition: number } | { published: false; messages: string[] }
