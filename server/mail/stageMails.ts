/**
 * From deals that moved to the mails that the process sends for it: what its stages and the transition between them
 * do (send an e-mail, notify), to whom it says, each in their own language. Runs when the move is taken from the
 * queue, so that whoever tells us of a thousand moves waits for none of it.
 */
import { z } from 'zod'
import { mailLanguageOf } from '../../src/contract/mailLanguage.ts'
import { actionsOnMove } from '../../src/domain/engine/effects.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import type { ReferenceData } from '../../src/domain/process/reference.ts'
import type { StageTransition } from '../../src/domain/process/transition.ts'
import type { Tx } from '../database/database.ts'
import { accessOf, maskOfAll } from '../masking/mask.ts'
import type { StoredMaskingPolicy } from '../masking/policies.ts'
import { hides } from '../masking/settled.ts'
import type { NewOutgoing } from '../outgoing/queue.ts'
import { type Colleague, type Recipient, recipientsOf } from './recipients.ts'
import { type MoveFacts, mailWords, notificationText } from './words.ts'

const moveSchema = z.object({
  id: z.string(),
  name: z.string(),
  amount: z.number(),
  owner_name: z.string(),
  from_stage_id: z.string().nullable(),
  to_stage_id: z.string(),
})
export type DealMove = z.infer<typeof moveSchema>
export const movesSchema = z.object({ moves: z.array(moveSchema) })

export interface MailContent {
  readonly to: string
  readonly subject: string
  readonly text: string
}

interface Known {
  readonly documents: readonly ProcessDocument[]
  readonly reference: ReferenceData
  readonly colleagues: readonly Colleague[]
  readonly company: string
  readonly masking: StoredMaskingPolicy
  readonly newId: () => string
}

export function stageMails(moves: readonly DealMove[], known: Known): NewOutgoing[] {
  return moves.flatMap((move) => {
    const document = known.documents.find(({ stages }) => stages[move.to_stage_id] !== undefined)
    const to = document?.stages[move.to_stage_id]
    if (!document || !to) return []
    const from = document.stages[move.from_stage_id ?? ''] ?? null
    const facts: MoveFacts = {
      deal: move.name,
      amount: move.amount,
      owner: move.owner_name,
      process: document.process.processName,
      from: from?.stageName ?? null,
      to: to.stageName,
    }
    const actions = actionsOnMove(known.reference, { from, to, transition: taken(document, move) })
    return actions.flatMap(({ action_type: type, parameters }) =>
      type === 'send_email' || type === 'notify_in_app'
        ? mailsOf(type, parameters, { facts, move, known })
        : [],
    )
  })
}

/** The way it most likely went: one that leads there from here before one that leads there from anywhere. */
function taken(document: ProcessDocument, move: DealMove): StageTransition | null {
  const leading = Object.values(document.transitions).filter(
    ({ toStageId }) => toStageId === move.to_stage_id,
  )
  return (
    leading.find(({ fromStageId }) => fromStageId !== null && fromStageId === move.from_stage_id) ??
    leading.find(({ isGlobal }) => isGlobal && move.from_stage_id !== null) ??
    null
  )
}

function mailsOf(
  type: 'send_email' | 'notify_in_app',
  parameters: Readonly<Record<string, unknown>>,
  { facts, move, known }: { readonly facts: MoveFacts; readonly move: DealMove; readonly known: Known },
): NewOutgoing[] {
  const to = String(parameters.to ?? '')
  const recipients = recipientsOf(to, move.owner_name, known.colleagues)
  const subject = String(parameters.subject ?? mailWords.en.subject(factsFor(null, facts, known.masking)))
  if (recipients.length === 0)
    return [
      mail({ to, subject, text: '' }, type, known, {
        refused: `Nobody is known here as “${to}”: name an address, a role or the owner.`,
      }),
    ]
  return recipients.flatMap((recipient): NewOutgoing[] => {
    const address = recipient.kind === 'outside' ? recipient.address : recipient.colleague.email
    if (type === 'send_email')
      return [mail({ to: address, subject, text: String(parameters.body ?? '') }, type, known, { recipient })]
    if (recipient.kind === 'colleague' && !recipient.colleague.aboutDeals) return []
    const seen = factsFor(recipient, facts, known.masking)
    const language = recipient.kind === 'outside' ? mailLanguageOf(undefined) : recipient.colleague.language
    const message = String(parameters.message ?? '')
    const content = {
      to: address,
      subject: mailWords[language].subject(seen),
      text: notificationText(language, { facts: seen, message, company: known.company }),
    }
    return [mail(content, type, known, { recipient })]
  })
}

/** Without what the company does not show to their role, or to anybody outside. */
function factsFor(recipient: Recipient | null, facts: MoveFacts, masking: StoredMaskingPolicy): MoveFacts {
  const mask =
    recipient?.kind === 'colleague' ? accessOf(recipient.colleague.role, masking).mask : maskOfAll(masking)
  return {
    ...facts,
    deal: hides(mask, 'opportunity.name') ? null : facts.deal,
    amount: hides(mask, 'opportunity.amount') ? null : facts.amount,
    owner: hides(mask, 'opportunity.owner') ? null : facts.owner,
  }
}

const mail = (
  content: MailContent,
  kind: string,
  { newId }: Known,
  about: { readonly recipient?: Recipient; readonly refused?: string },
): NewOutgoing => ({
  id: newId(),
  channel: 'mail',
  userId: about.recipient?.kind === 'colleague' ? about.recipient.colleague.id : null,
  kind,
  content: { ...content },
  ...(about.refused === undefined ? {} : { refused: about.refused }),
})

/** Everybody who may come in, with how they want to be written to. */
export async function colleaguesOf(tx: Tx): Promise<Colleague[]> {
  const rows = await tx
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .leftJoin('mail_preferences', 'mail_preferences.user_id', 'memberships.user_id')
    .select(['users.id', 'users.email', 'users.display_name', 'memberships.role'])
    .select(['mail_preferences.language', 'mail_preferences.about_deals'])
    .where('memberships.is_active', '=', true)
    .where('users.is_active', '=', true)
    .orderBy('users.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    name: row.display_name,
    role: row.role,
    language: mailLanguageOf(row.language ?? undefined),
    aboutDeals: row.about_deals ?? true,
  }))
}
