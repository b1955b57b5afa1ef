/** The languages in which mails are written. */
export const mailLanguages = ['en', 'de'] as const
export type MailLanguage = (typeof mailLanguages)[number]

/** The one for whoever reads this language; English where it is none of ours. */
export const mailLanguageOf = (language: string | undefined): MailLanguage =>
  mailLanguages.find((one) => one === language?.slice(0, 2)) ?? 'en'
