import { ApiError, type Contract, type InputOf } from '@cairn/contract'
import { saveFile } from '../../save-file.ts'

/** Fetches rows as a CSV file, telling the lines that came, and gives it to the browser to save. */
export async function saveExport(
  input: InputOf<Contract['exportRows']>,
  onLines: (lines: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch('/api:meta/rows/export', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal,
  })
  if (!response.ok || response.body === null) {
    const answer = (await response.json().catch(() => ({}))) as { code?: string; message?: string }
    throw new ApiError(response.status, answer.code ?? 'unreachable', answer.message ?? 'The rows can not be exported.')
  }
  const parts: Uint8Array<ArrayBuffer>[] = []
  let lines = 0
  for (const reader = response.body.getReader(); ;) {
    const { value, done } = await reader.read()
    if (done) break
    parts.push(value)
    for (const byte of value) if (byte === 10) lines += 1
    onLines(lines)
  }
  saveFile(`${input.table}.csv`, parts, 'text/csv')
}
