'use client'
import { Checks } from '@cairn/ui'
import { useState } from 'react'
import { AuthSelect } from './auth-select.tsx'
import type { EndpointFormProps } from './endpoint-dialog.tsx'
import { TemplateForm } from './template-form.tsx'
import { useClosedAuth } from './use-tables.ts'

const ENDPOINTS = [
  { value: 'image', label: 'Images', hint: 'POST upload/image' },
  { value: 'attachment', label: 'Any file', hint: 'POST upload/attachment' },
  { value: 'video', label: 'Videos', hint: 'POST upload/video' },
  { value: 'audio', label: 'Audio', hint: 'POST upload/audio' },
] as const

type Endpoint = (typeof ENDPOINTS)[number]['value']

/** Endpoints that keep files. */
export const UploadForm = ({ workspace, group: first, onClose }: EndpointFormProps) => {
  const [group, setGroup] = useState(first)
  const [auth, setAuth] = useClosedAuth(workspace)
  const [endpoints, setEndpoints] = useState<Endpoint[]>(['image', 'attachment'])
  const template = endpoints.length === 0 ? null : ({ from: 'upload', auth, endpoints } as const)
  return (
    <TemplateForm workspace={workspace} group={group} onGroup={setGroup} template={template} onClose={onClose}>
      <AuthSelect workspace={workspace} value={auth} onChange={setAuth} />
      <Checks label="Endpoints" options={ENDPOINTS} chosen={endpoints} onChange={setEndpoints} />
    </TemplateForm>
  )
}
