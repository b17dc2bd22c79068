import type { FileResource } from '../../values/value.ts'

/** Media types by the ending of a file's name; what is not here is bytes of an unknown kind. */
const types = new Map(
  Object.entries({
    aac: 'audio/aac',
    avi: 'video/x-msvideo',
    csv: 'text/csv',
    doc: 'application/msword',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    flac: 'audio/flac',
    gif: 'image/gif',
    gz: 'application/gzip',
    htm: 'text/html',
    html: 'text/html',
    ics: 'text/calendar',
    jpeg: 'image/jpeg',
    jpg: 'image/jpeg',
    json: 'application/json',
    m4a: 'audio/mp4',
    md: 'text/markdown',
    mov: 'video/quicktime',
    mp3: 'audio/mpeg',
    mp4: 'video/mp4',
    mpeg: 'video/mpeg',
    ogg: 'audio/ogg',
    pdf: 'application/pdf',
    png: 'image/png',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    svg: 'image/svg+xml',
    txt: 'text/plain',
    wav: 'audio/wav',
    webm: 'video/webm',
    webp: 'image/webp',
    xls: 'application/vnd.ms-excel',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    xml: 'application/xml',
    zip: 'application/zip',
  }),
)

export type MediaKind = 'image' | 'video' | 'audio' | 'attachment'

/** No SVG among the images: it may hold scripts. */
const images = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp'])

/** The media type that a file's name speaks of. */
export function mediaTypeOf(name: string): string {
  const ending = name.includes('.') ? (name.split('.').at(-1) ?? '') : ''
  return types.get(ending.toLowerCase()) ?? 'application/octet-stream'
}

/**
 * Whether a file is of this kind. Pictures are shown by browsers, so name and declared type must both be of the few safe
 * ones; sounds and films have endings without number, so an unknown one counts as what was declared.
 */
export function isOfKind(kind: MediaKind, file: Pick<FileResource, 'name' | 'mime'>): boolean {
  if (kind === 'attachment') return true
  const [byName, declared] = [mediaTypeOf(file.name), file.mime]
  if (kind === 'image') return images.has(byName) && (images.has(declared) || declared === 'image/jpg')
  if (byName.startsWith(`${kind}/`)) return true
  return /^(audio|video)\/|octet-stream$/.test(byName) && declared.startsWith(`${kind}/`)
}
