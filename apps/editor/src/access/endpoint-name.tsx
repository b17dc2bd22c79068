import { ObjectMark } from '../objects/object-mark.tsx'

/** An endpoint and who it asks for. */
export const EndpointName = ({ verb, path, auth }: { verb: string; path: string; auth: string | null }) => (
  <span className="grid">
    <span className="flex items-center gap-2 font-medium whitespace-nowrap">
      <ObjectMark kind="query" verb={verb} /> /{path}
    </span>
    <span className="text-xs font-normal text-muted">{auth === null ? 'public' : `needs ${auth}`}</span>
  </span>
)
