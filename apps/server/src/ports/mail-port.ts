import { StackError, type MailPort } from '@cairn/statements'

/** Refuses every message: this server has no mail transport. */
export const mailPort: MailPort = {
  send: () =>
    Promise.reject(
      new StackError('standard', 'mail_unavailable', 'This server cannot send mail.', {
        hint: 'Send it through the HTTP API of a mail provider with api.request.',
      }),
    ),
}
