/** A text that PostgreSQL takes: without NUL and without halves of surrogate pairs. */
export const wellFormed = (text: string): string => Buffer.from(text.replaceAll('\0', '')).toString()
