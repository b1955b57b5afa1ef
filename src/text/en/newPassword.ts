/** For who has forgotten their password. */
export const newPassword = {
  forgottenTitle: 'Forgotten your password?',
  forgottenLead: 'Enter the address you sign in with. You get a link to choose another password by.',
  email: 'E-mail address',
  emailMissing: 'Enter your e-mail address.',
  emailInvalid: 'Enter an e-mail address with an @, like name@example.com.',
  ask: 'Send the link',
  asked:
    'If there is an account with this address, a mail is on its way to it. The link works once, for one hour. Look into your spam folder, too.',
  toSignIn: 'Go to the sign-in',

  title: 'Choose a new password',
  lead: 'It ends all of your sessions. Your second factor stays as it is.',
  password: 'New password',
  passwordHelp: 'At least 10 characters. Several words in a row are easy to keep in mind and hard to guess.',
  passwordMissing: 'Enter a new password.',
  passwordShort: 'Enter at least 10 characters.',
  submit: 'Change password',
  changed: 'Your password was changed. Sign in with it.',
  another: 'Ask for another link',
  noLink: 'The link is not whole: open it again as you got it, or copy all of it.',
} as const
