/** The last part of a path, without what a file's name must not have; `file` when nothing is left. */
export function fileNameOf(text: string): string {
  const last = text.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replaceAll(/\p{C}/gu, '').trim()
  return /^\.*$/.test(clean) ? 'file' : clean.slice(-255)
}
