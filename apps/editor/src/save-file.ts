/** Late enough for the browser to have read what it saves. */
const HELD_MS = 60_000

/** Gives a text or bytes, whole or in parts, to the browser to save. */
export function saveFile(name: string, content: BlobPart | BlobPart[], type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(Array.isArray(content) ? content : [content], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), HELD_MS)
}
