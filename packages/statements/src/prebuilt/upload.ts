import type { CrudOptions } from './crud.ts'
import { authLine, canonical, quoted } from './written.ts'

export type UploadEndpoint = 'image' | 'attachment' | 'video' | 'audio'

/** `POST upload/image` and its like: each keeps the file it is sent and answers what a column of its kind takes. */
export function uploadQueries(options: CrudOptions): Record<UploadEndpoint, string> {
  return {
    image: write('image', options),
    attachment: write('attachment', options),
    video: write('video', options),
    audio: write('audio', options),
  }
}

function write(kind: UploadEndpoint, { apiGroup, auth }: CrudOptions): string {
  return canonical(`query "upload/${kind}" verb=POST {
  api_group = ${quoted(apiGroup)}
  description = "Upload ${kind === 'image' || kind === 'attachment' || kind === 'audio' ? 'an' : 'a'} ${kind}"
  ${authLine(auth)}

  input {
    file content
  }

  stack {
    storage.create_${kind} {
      value = $input.content
      access = "public"
      filename = ""
    } as $file
  }

  response = $file
}`)
}
