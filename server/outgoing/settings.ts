/** What an installation says about what leaves it: to whom webhooks may go, and how mails are sent. */
import type { TargetPolicy } from '../webhooks/target.ts'

export interface OutgoingSettings extends TargetPolicy {
  /** Milliseconds after which a delivery that does not arrive is given up. */
  readonly keptTrying: number
  /** Undefined: mails become files. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Where people reach this installation, without a slash at its end; undefined: where it listens. */
  readonly publicUrl: string | undefined
}

/** @param mistakes gets a sentence for each setting that cannot be. */
export function readOutgoing(
  value: (name: string) => string | undefined,
  mistakes: string[],
): OutgoingSettings {
  const allowed = (name: string, what: string): boolean => {
    const given = value(name) ?? 'refuse'
    if (given !== 'allow' && given !== 'refuse')
      mistakes.push(`${name} is "${given}": it is refuse, or allow ${what}.`)
    return given === 'allow'
  }
  const hours = value('WEBHOOK_RETRY_HOURS') ?? '24'
  if (!/^\d{1,3}$/.test(hours) || Number(hours) < 1 || Number(hours) > 240) {
    mistakes.push(`WEBHOOK_RETRY_HOURS is "${hours}": give a whole number from 1 to 240, such as 24.`)
  }
  const smtpUrl = value('SMTP_URL')
  if (smtpUrl !== undefined && !/^smtps?:$/.test(URL.parse(smtpUrl)?.protocol ?? '')) {
    // The value is not repeated: it may hold a password.
    mistakes.push('SMTP_URL is not the address of a mail server: write smtps://user:password@host:465.')
  }
  const mailFrom = value('MAIL_FROM') ?? 'Stagecraft <stagecraft@localhost>'
  if (!/^[^<>\r\n]*<?[^\s@<>]+@[^\s@<>]+>?$/.test(mailFrom)) {
    mistakes.push(`MAIL_FROM is "${mailFrom}": write an address, or Name <name@example.com>.`)
  }
  const publicUrl = value('PUBLIC_URL')?.replace(/\/+$/, '')
  if (publicUrl !== undefined && !/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/.test(publicUrl)) {
    mistakes.push(
      `PUBLIC_URL is "${publicUrl}": write where people open the app, such as https://sales.example.com.`,
    )
  }
  return {
    plainHttp: allowed('WEBHOOK_PLAIN_HTTP', 'for webhooks whose address begins with http://'),
    privateTargets: allowed('WEBHOOK_PRIVATE_TARGETS', 'for webhooks inside your own network'),
    keptTrying: Number(hours) * 3_600_000,
    smtpUrl,
    mailFrom,
    publicUrl,
  }
}
