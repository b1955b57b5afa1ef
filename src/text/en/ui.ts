/** Words that house components say themselves. */
export const ui = {
  errorSummaryTitle: 'There is a problem',
  errorPrefix: 'Error:',
  required: '(required)',
  optional: '(optional)',
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'Confirm',
  retry: 'Try again',
  loading: 'Loading {{what}}',
  shortcut: 'Shortcut: {{keys}}',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  passwordShown: 'Your password is visible.',
  passwordHidden: 'Your password is hidden.',
  clear: 'Clear',
} as const
