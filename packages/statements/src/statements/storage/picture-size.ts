import { imageSize } from 'image-size'

/** Formats of a picture column; for all others the library is not asked. */
const known = new Set(['jpg', 'png', 'gif', 'webp'])

/** How far into a file its size is looked for, in bytes: colour profiles and previews may stand in front of it. */
const header = 1024 * 1024

/** Width and height in pixels, as the file's own header says; nothing where it says none. */
export function pictureSize(data: Uint8Array): { width?: number; height?: number } {
  try {
    const { width, height, type } = imageSize(data.subarray(0, header))
    return known.has(type ?? '') ? { width, height } : {}
  } catch {
    return {}
  }
}
