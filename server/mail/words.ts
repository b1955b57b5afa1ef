/** What a mail says around the words of the process, in the language of whoever reads it. */
import type { MailLanguage } from '../../src/contract/mailLanguage.ts'

export interface MoveFacts {
  readonly deal: string
  readonly amount: number
  readonly owner: string
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
  /** Why one gets it, and how to get no more. */
  footer(company: string): string
}

export const mailWords: Readonly<Record<MailLanguage, Words>> = {
  en: {
    subject: ({ deal, to }) => `${deal} is in “${to}” now`,
    moved: ({ deal, from, to }) =>
      from === null ? `${deal} came into “${to}”.` : `${deal} moved from “${from}” to “${to}”.`,
    amount: 'Amount',
    owner: 'Owner',
    process: 'Process',
    footer: (company) =>
      `You get this because the sales process of ${company} notifies you when deals move. You can turn it off in Stagecraft: Settings, Your account.`,
  },
  de: {
    subject: ({ deal, to }) => `${deal} ist jetzt in „${to}“`,
    moved: ({ deal, from, to }) =>
      from === null
        ? `${deal} ist in „${to}“ gekommen.`
        : `${deal} ist von „${from}“ nach „${to}“ gewandert.`,
    amount: 'Betrag',
    owner: 'Inhaber',
    process: 'Prozess',
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
  const amount = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(facts.amount)
  return [
    words.moved(facts),
    message,
    `${words.amount}: ${amount}\n${words.owner}: ${facts.owner || '–'}\n${words.process}: ${facts.process}`,
    `—\n${words.footer(company)}`,
  ].join('\n\n')
}
