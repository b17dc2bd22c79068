const longestName = 150

/** A name fit for a download: the last part of a path, without what a header, a URL or a screen could misread. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // Control and format characters (among them those that turn the writing direction) and lone surrogates.
  const shown = last.replace(/[\p{C}"<>|:*?]/gu, '').trim()
  const cut = shorten(shown)
  return /^\.*$/.test(cut) ? 'file' : cut
}

/** Keeps the extension. */
function shorten(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= longestName) return name
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  return characters.slice(0, longestName - extension.length).join('') + extension
}
