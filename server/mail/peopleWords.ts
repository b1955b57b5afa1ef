/** What mails about people's own access say, in both languages. A link stands on a line of its own. */
import type { DeviceFamily } from '../../src/contract/deviceFamily.ts'
import type { MailLanguage } from '../../src/contract/mailLanguage.ts'

export interface Written {
  readonly subject: string
  readonly text: string
}

interface PeopleWords {
  invitation(given: { by: string; company: string; link: string; until: string }): Written
  forgottenPassword(given: { name: string; link: string }): Written
  passwordChanged(given: { name: string }): Written
  secondFactorReset(given: { name: string; by: string; company: string }): Written
  newDevice(given: DeviceFamily & { name: string; address: string; at: string }): Written
}

const paragraphs = (...all: readonly string[]): string => all.join('\n\n')
const dayIn = (language: MailLanguage, at: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at))
const momentIn = (language: MailLanguage, at: string): string =>
  new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(at))

export const peopleWords: Readonly<Record<MailLanguage, PeopleWords>> = {
  en: {
    invitation: ({ by, company, link, until }) => ({
      subject: `${by} invites you to ${company}`,
      text: paragraphs(
        `${by} invites you to work on the sales processes of ${company} in Stagecraft.`,
        'Open this link to come in. It is for you alone and works once:',
        link,
        `It works until ${dayIn('en', until)}. If you do not know what this is about, you need not do anything.`,
      ),
    }),
    forgottenPassword: ({ name, link }) => ({
      subject: 'Choose a new password',
      text: paragraphs(
        `Hello ${name},`,
        'somebody asked for a new password for your Stagecraft account. If that was you, choose one here:',
        link,
        'The link works once, for one hour. If it was not you, you need not do anything: your password stays as it is.',
      ),
    }),
    passwordChanged: ({ name }) => ({
      subject: 'Your password was changed',
      text: paragraphs(
        `Hello ${name},`,
        'the password of your Stagecraft account was changed just now, and you are signed out everywhere else.',
        'If that was not you, ask for a new password on the sign-in page at once and tell your administrator.',
      ),
    }),
    newDevice: ({ name, browser, system, address, at }) => ({
      subject: 'New sign-in to your account',
      text: paragraphs(
        `Hello ${name},`,
        'somebody signed in to your Stagecraft account from a device that it did not know:',
        `${browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'An unknown device')}, from the address ${address}, on ${momentIn('en', at)}.`,
        'If that was you, you need not do anything. If it was not you, change your password at once: in Settings, Your account, or by “Forgotten your password?” on the sign-in page. That ends all other sessions. Then tell your administrator.',
      ),
    }),
    secondFactorReset: ({ name, by, company }) => ({
      subject: 'Your second factor was reset',
      text: paragraphs(
        `Hello ${name},`,
        `${by} reset the second factor of your Stagecraft account at ${company}. You are signed out everywhere; your password alone lets you in now.`,
        'Sign in and set up a second factor again: Settings, Your account. If you did not ask for this, tell your administrator.',
      ),
    }),
  },
  de: {
    invitation: ({ by, company, link, until }) => ({
      subject: `${by} lädt Sie zu ${company} ein`,
      text: paragraphs(
        `${by} lädt Sie ein, in Stagecraft an den Vertriebsprozessen von ${company} zu arbeiten.`,
        'Öffnen Sie diesen Link, um hereinzukommen. Er ist nur für Sie und gilt einmal:',
        link,
        `Er gilt bis ${dayIn('de', until)}. Wenn Sie nicht wissen, worum es geht, müssen Sie nichts tun.`,
      ),
    }),
    forgottenPassword: ({ name, link }) => ({
      subject: 'Neues Passwort wählen',
      text: paragraphs(
        `Guten Tag ${name},`,
        'jemand hat ein neues Passwort für Ihr Stagecraft-Konto angefordert. Waren Sie das, wählen Sie es hier:',
        link,
        'Der Link gilt einmal, eine Stunde lang. Waren Sie es nicht, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
      ),
    }),
    passwordChanged: ({ name }) => ({
      subject: 'Ihr Passwort wurde geändert',
      text: paragraphs(
        `Guten Tag ${name},`,
        'das Passwort Ihres Stagecraft-Kontos wurde eben geändert, und Sie sind überall sonst abgemeldet.',
        'Waren Sie das nicht, fordern Sie auf der Anmeldeseite gleich ein neues Passwort an und sagen Sie es Ihrer Administration.',
      ),
    }),
    newDevice: ({ name, browser, system, address, at }) => ({
      subject: 'Neue Anmeldung in Ihrem Konto',
      text: paragraphs(
        `Guten Tag ${name},`,
        'jemand hat sich in Ihrem Stagecraft-Konto von einem Gerät aus angemeldet, das es noch nicht kannte:',
        `${browser && system ? `${browser} unter ${system}` : (browser ?? system ?? 'Ein unbekanntes Gerät')}, von der Adresse ${address}, am ${momentIn('de', at)}.`,
        'Waren Sie das, müssen Sie nichts tun. Waren Sie es nicht, ändern Sie sofort Ihr Passwort: unter Einstellungen, Ihr Konto, oder auf der Anmeldeseite mit „Passwort vergessen?“. Alle anderen Sitzungen enden damit. Sagen Sie es dann Ihrer Administration.',
      ),
    }),
    secondFactorReset: ({ name, by, company }) => ({
      subject: 'Ihr zweiter Faktor wurde zurückgesetzt',
      text: paragraphs(
        `Guten Tag ${name},`,
        `${by} hat den zweiten Faktor Ihres Stagecraft-Kontos bei ${company} zurückgesetzt. Sie sind überall abgemeldet; Ihr Passwort allein lässt Sie jetzt herein.`,
        'Melden Sie sich an und richten Sie wieder einen zweiten Faktor ein: Einstellungen, Ihr Konto. Haben Sie nicht darum gebeten, sagen Sie es Ihrer Administration.',
      ),
    }),
  },
}
