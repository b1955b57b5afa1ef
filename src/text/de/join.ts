export const join = {
  pageTitle: 'Einladung',
  loading: 'Die Einladung',
  title: '{{company}} beitreten',
  lead: '{{name}} lädt Sie ein, mit der Rolle {{role}}.',
  overTitle: 'Dieser Link führt nirgends mehr hin',
  noLink:
    'Der Link ist nicht vollständig: Öffnen Sie ihn noch einmal so, wie Sie ihn bekommen haben, oder kopieren Sie ihn ganz.',
  email: 'E-Mail-Adresse',
  name: 'Ihr Name',
  password: 'Ihr Passwort',
  passwordHelp: 'Sie haben mit dieser Adresse schon ein Konto: Es öffnet auch dieses Unternehmen.',
  newPassword: 'Neues Passwort',
  newPasswordHelp:
    'Mindestens 10 Zeichen. Mehrere Wörter hintereinander merkt man sich leicht, und sie sind schwer zu erraten.',
  nameMissing: 'Geben Sie Ihren Namen ein.',
  passwordMissing: 'Geben Sie ein Passwort ein.',
  passwordShort: 'Geben Sie mindestens 10 Zeichen ein.',
  submit: 'Beitreten',
  codeTitle: 'Geben Sie Ihren Code ein',
  joined: 'Willkommen bei {{company}}.',
} as const
