export const newPassword = {
  forgottenTitle: 'Passwort vergessen?',
  forgottenLead:
    'Geben Sie die Adresse ein, mit der Sie sich anmelden. Sie bekommen einen Link, über den Sie ein neues Passwort wählen.',
  email: 'E-Mail-Adresse',
  emailMissing: 'Geben Sie Ihre E-Mail-Adresse ein.',
  emailInvalid: 'Geben Sie eine E-Mail-Adresse mit @ ein, zum Beispiel name@example.com.',
  ask: 'Link senden',
  asked:
    'Wenn es zu dieser Adresse ein Konto gibt, ist eine E-Mail dorthin unterwegs. Der Link gilt einmal, eine Stunde lang. Sehen Sie auch im Spam-Ordner nach.',
  toSignIn: 'Zur Anmeldung',

  title: 'Neues Passwort wählen',
  lead: 'Es beendet alle Ihre Sitzungen. Ihr zweiter Faktor bleibt, wie er ist.',
  password: 'Neues Passwort',
  passwordHelp:
    'Mindestens 10 Zeichen. Mehrere Wörter hintereinander merkt man sich leicht, und sie sind schwer zu erraten.',
  passwordMissing: 'Geben Sie ein neues Passwort ein.',
  passwordShort: 'Geben Sie mindestens 10 Zeichen ein.',
  submit: 'Passwort ändern',
  changed: 'Ihr Passwort ist geändert. Melden Sie sich damit an.',
  another: 'Einen anderen Link anfordern',
  noLink:
    'Der Link ist nicht vollständig: Öffnen Sie ihn noch einmal so, wie Sie ihn bekommen haben, oder kopieren Sie ihn ganz.',
} as const
