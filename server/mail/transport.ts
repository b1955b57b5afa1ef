/**
 * How mails leave: by the SMTP server that the installation names, else as files that a mail program opens, so that
 * nothing is lost where no server was set up yet. The library is loaded with the first mail.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../outgoing/queue.ts'
import type { MailContent } from './stageMails.ts'

export interface MailSettings {
  /** As `smtps://user:password@mail.example:465`; undefined: files. */
  readonly smtpUrl: string | undefined
  readonly from: string
  readonly folder: string
}

export interface MailTransport {
  /** @param id the same for each try, so that whoever gets it twice can tell. */
  send(id: string, mail: MailContent): Promise<Outcome>
}

export function mailTransport(settings: MailSettings): MailTransport {
  const { smtpUrl, from, folder } = settings
  let opened: Promise<import('nodemailer').Transporter> | undefined
  const open = async () => {
    const { createTransport } = await import('nodemailer')
    return smtpUrl === undefined
      ? createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
      : createTransport({ url: smtpUrl, connectionTimeout: 15_000, socketTimeout: 30_000 })
  }
  return {
    send: async (id, { to, subject, text }) => {
      const started = performance.now()
      const took = () => ({ milliseconds: Math.round(performance.now() - started) })
      try {
        opened ??= open()
        const transport = await opened
        const sent = await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@stagecraft>`,
          // No answering machine is to answer a machine.
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        if (smtpUrl === undefined) await keep(folder, id, sent.message)
        return { delivered: true, ...took() }
      } catch (error) {
        return { delivered: false, failure: wordsOf(error), final: isRefusal(error), ...took() }
      }
    },
  }
}

/** Whole or not at all: whoever empties the folder never sees half a mail. */
async function keep(folder: string, id: string, message: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${id}.eml`)
  await writeFile(`${path}.part`, message)
  await rename(`${path}.part`, path)
}

/** A 5xx answer to the mail itself; anything else may be better later. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500 &&
  'code' in error &&
  error.code === 'EENVELOPE'

const wordsOf = (error: unknown): string =>
  error instanceof Error
    ? `The mail server did not take it: ${error.message.slice(0, 300).replace(/\.?$/, '.')}`
    : 'The mail server did not take it.'
