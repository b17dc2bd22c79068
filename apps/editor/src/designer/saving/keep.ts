import type { Kept } from '../engine/designer-store.ts'

/** What this browser keeps of an object, so that neither a reload nor a lost connection loses a keystroke. */
export interface KeptObject extends Kept {
  /** The edition of the server's text that this text was made from. */
  edition: number
  /** The server's text at that edition, null where it is not known. */
  base: string | null
  /** Whether the server has not taken the text yet. */
  unsent: boolean
  /** Texts that were sent and not answered: the server may have one of them, and then it is ours and no colleague's. */
  unanswered: string[]
}

const DATABASE = 'cairn'
const STORE = 'objects'

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('This browser keeps nothing.')))
  })

const result = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(new Error('This browser keeps nothing.')))
  })

/** What is kept under a key, or null; also null in a browser that keeps nothing. */
export async function readKept(key: string): Promise<KeptObject | null> {
  try {
    const database = await open()
    const found: unknown = await result(database.transaction(STORE).objectStore(STORE).get(key))
    database.close()
    const kept = found as KeptObject | undefined
    // Kept by an earlier Cairn, it has no base.
    return kept === undefined ? null : { ...kept, base: kept.base ?? null }
  } catch {
    return null
  }
}

/** Keeps an object under a key. A browser that keeps nothing changes nothing else. */
export async function writeKept(key: string, kept: KeptObject): Promise<void> {
  try {
    const database = await open()
    await result(database.transaction(STORE, 'readwrite').objectStore(STORE).put(kept, key))
    database.close()
  } catch {
    // The server still has the text.
  }
}
