/** What a mail says around the words of the process, in the language of whoever reads it. */
import type { MailLanguage } from '../../src/contract/mailLanguage.ts'

/** Null: hidden from whoever reads it. */
export interface MoveFacts {
  readonly deal: string | null
  readonly amount: number | null
  readonly owner: string | null
  readonly process: string
  readonly from: string | null
  readonly to: string
}

interface Words {
  subject(facts: MoveFacts): string
  moved(facts: MoveFacts): string
  amount: string
  owner: string
  process: string
  hidden: string
  /** Why one gets it, and how to get no more. */
  footer(company: string): string
}

export const mailWords: Readonly<Record<MailLanguage, Words>> = {
  en: {
    subject: ({ deal, to }) => `${deal ?? 'A deal'} is in “${to}” now`,
    moved: ({ deal, from, to }) =>
      from === null
        ? `${deal ?? 'A deal'} came into “${to}”.`
        : `${deal ?? 'A deal'} moved from “${from}” to “${to}”.`,
    amount: 'Amount',
    owner: 'Owner',
    process: 'Process',
    hidden: 'Hidden',
    footer: (company) =>
      `You get this because the sales process of ${company} notifies you when deals move. You can turn it off in Stagecraft: Settings, Your account.`,
  },
  de: {
    subject: ({ deal, to }) => `${deal ?? 'Ein Deal'} ist jetzt in „${to}“`,
    moved: ({ deal, from, to }) =>
      from === null
        ? `${deal ?? 'Ein Deal'} ist in „${to}“ gekommen.`
        : `${deal ?? 'Ein Deal'} ist von „${from}“ nach „${to}“ gewandert.`,
    amount: 'Betrag',
    owner: 'Inhaber',
    process: 'Prozess',
    hidden: 'Verborgen',
    footer: (company) =>
      `Sie erhalten dies, weil der Vertriebsprozess von ${company} Sie benachrichtigt, wenn Deals wandern. Sie können es in Stagecraft abstellen: Einstellungen, Ihr Konto.`,
  },
}

/** The whole text of a notification. */
export function notificationText(
  language: MailLanguage,
  given: { readonly facts: MoveFacts; readonly message: string; readonly company: string },
): string {
  const { facts, message, company } = given
  const words = mailWords[language]
  const amount =
    facts.amount === null
      ? words.hidden
      : new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(facts.amount)
  const owner = facts.owner === null ? words.hidden : facts.owner || '–'
  return [
    words.moved(facts),
    message,
    `${words.amount}: ${amount}\n${words.owner}: ${owner}\n${words.process}: ${facts.process}`,
    `—\n${words.footer(company)}`,
  ].join('\n\n')
}
