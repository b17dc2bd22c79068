import { ApiError, importLine, INPUT_HEADER, type Contract, type ImportLine, type InputOf } from '@cairn/contract'

/** How far an import is. */
export type ImportProgress = { kind: 'sending'; part: number } | { kind: 'writing'; rows: number }

/**
 * Sends a CSV file and tells how far it is; resolves with the last line of the answer. Rejects with an ApiError when it is
 * refused or the connection is lost. `signal` calls it off: then nothing is written.
 */
export function sendImport(
  input: InputOf<Contract['importRows']>,
  file: Blob,
  onProgress: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<ImportLine> {
  return new Promise((resolve, reject) => {
    // Only this tells how much of a body was sent.
    const request = new XMLHttpRequest()
    request.open('POST', '/api:meta/rows/import')
    request.setRequestHeader('content-type', 'text/csv')
    request.setRequestHeader(INPUT_HEADER, encodeURIComponent(JSON.stringify(input)))
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress({ kind: 'sending', part: total === 0 ? 1 : loaded / total }),
    )
    request.addEventListener('progress', () => {
      const last = request.status === 200 ? lastLine(request.responseText) : null
      if (last?.kind === 'progress') onProgress({ kind: 'writing', rows: last.rows })
    })
    request.addEventListener('load', () => {
      const last = request.status === 200 ? lastLine(request.responseText) : null
      if (last === null) reject(refusalOf(request.status, request.responseText))
      else resolve(last)
    })
    request.addEventListener('error', () => reject(lost()))
    request.addEventListener('abort', () => reject(new ApiError(0, 'import_left', 'The import was called off.')))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

/** The last whole line of an answer; null while there is none. */
function lastLine(text: string): ImportLine | null {
  const line =
    text
      .slice(0, text.lastIndexOf('\n') + 1)
      .trimEnd()
      .split('\n')
      .at(-1) ?? ''
  if (line === '') return null
  const read = importLine.safeParse(JSON.parse(line))
  return read.success ? read.data : null
}

const lost = () => new ApiError(0, 'unreachable', 'The connection was lost. Nothing was written; send the file again.')

function refusalOf(status: number, text: string): ApiError {
  try {
    const { code, message } = JSON.parse(text) as { code?: unknown; message?: unknown }
    if (typeof code === 'string' && typeof message === 'string') return new ApiError(status, code, message)
  } catch {
    // No answer of Cairn's.
  }
  return lost()
}
