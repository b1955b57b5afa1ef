/**
 * Mails about people's own access, put into the queue in one transaction with what they tell of. A text with a link in
 * it lets somebody in: it is sealed with the installation's key while it waits, and forgotten once it has left.
 */
import type { CryptoKey } from 'jose'
import { type MailLanguage, mailLanguageOf } from '../../src/contract/mailLanguage.ts'
import { sealText, unsealText } from '../auth/sealed.ts'
import type { Tx } from '../database/database.ts'
import type { MailService } from '../integrations.ts'
import { enqueue, type Taken } from '../outgoing/queue.ts'
import type { Written } from './peopleWords.ts'
import type { MailContent } from './stageMails.ts'

export interface Letter {
  readonly companyId: string
  /** Null for somebody who is no member yet. */
  readonly userId: string | null
  readonly to: string
  readonly kind:
    | 'invitation'
    | 'forgotten_password'
    | 'password_changed'
    | 'second_factor_reset'
    | 'new_device'
  readonly at: string
  readonly written: Written
  /** Milliseconds after which it is worth nothing any more. */
  readonly keptTrying: number
}

export interface Postbox {
  readonly way: MailService['way']
  /** Where a path of the app is, for whoever reads it in a mail. */
  addressOf(path: string): string
  /** Does nothing where no mail leaves. */
  put(tx: Tx, letter: Letter): Promise<void>
  /** After the transaction: somebody may take it out now. */
  wake(companyId: string): void
}

export interface PostboxDependencies {
  readonly way: MailService['way']
  /** Where people reach this installation, without a slash at its end. */
  readonly publicUrl: () => string
  readonly sealing: () => Promise<CryptoKey>
  readonly newId: () => string
  readonly wake: (companyId: string) => void
}

/** What a text is sealed for: it opens in this mail alone. */
const ownerOf = (companyId: string, id: string): string => `mail ${companyId} ${id}`

export function createPostbox({ way, publicUrl, sealing, newId, wake }: PostboxDependencies): Postbox {
  return {
    way,
    addressOf: (path) => `${publicUrl()}${path}`,
    put: async (tx, { companyId, userId, to, kind, at, written, keptTrying }) => {
      if (way === 'none') return
      const id = newId()
      const sealed = await sealText(await sealing(), written.text, ownerOf(companyId, id))
      const content = { to, subject: written.subject, sealed }
      await enqueue(tx, companyId, [{ id, channel: 'mail', userId, kind, content }], { at, keptTrying })
    },
    wake,
  }
}

/** What a mail of the queue says. @throws OperationError where another installation's key sealed it. */
export async function mailOf(
  { companyId, id, content: { to, subject, text, sealed } }: Taken,
  sealing: () => Promise<CryptoKey>,
): Promise<MailContent> {
  const words =
    typeof sealed === 'string' ? unsealText(await sealing(), sealed, ownerOf(companyId, id)) : String(text)
  return { to: String(to), subject: String(subject), text: await words }
}

/** In which language a member wants to be written to. Read as the role of sign-in. */
export async function languageOf(tx: Tx, companyId: string, userId: string): Promise<MailLanguage> {
  const row = await tx
    .selectFrom('mail_preferences')
    .select('language')
    .where('company_id', '=', companyId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return mailLanguageOf(row?.language)
}
