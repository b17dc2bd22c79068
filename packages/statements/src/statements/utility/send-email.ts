import { optional, required } from '../../define/parameters.ts'
import type { StatementDefinition, StatementExample } from '../../define/types.ts'

export const definition: StatementDefinition = {
  name: 'util.send_email',
  label: 'Send email',
  category: 'utility',
  icon: 'mail',
  help: 'Sends an email.',
  keywords: ['mail', 'message', 'notify'],
  args: {
    service_provider: optional('text', 'Service', 'Who sends it: resend or xano.', 'xano'),
    api_key: optional('text', 'API key', 'The key of the service.'),
    to: optional('any', 'To', 'One address or a list.'),
    from: optional('text', 'From', 'The address it comes from.'),
    subject: required('text', 'Subject', 'What it is about.'),
    message: required('text', 'Message', 'Text or HTML.'),
    cc: optional('any', 'Copy', 'Addresses that get a copy.'),
    bcc: optional('any', 'Blind copy', 'Addresses that get a copy unseen.'),
    reply_to: optional('any', 'Reply to', 'Where answers go.'),
    scheduled_at: optional('any', 'Send at', 'When it is to be sent.'),
  },
  result: 'any',
  needs: ['mail'],
  unavailable: 'sending email',
}

export const examples: readonly StatementExample[] = []
