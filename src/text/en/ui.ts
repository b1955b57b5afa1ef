/** Words that house components say themselves. */
export const ui = {
  errorSummaryTitle: 'There is a problem',
  errorPrefix: 'Error:',
  required: '(required)',
  cancel: 'Cancel',
  close: 'Close',
  retry: 'Try again',
  loading: 'Loading {{what}}',
  show: 'Show',
  hide: 'Hide',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  passwordShown: 'Your password is visible.',
  passwordHidden: 'Your password is hidden.',
  clear: 'Clear',
} as const
