/** What was announced lately, to be read again. */
export const activity = {
  title: 'Activity',
  lead: 'The last 50 messages that were announced, newest first.',
  empty: 'Nothing was announced yet.',
  copy: 'Copy all',
  copied: 'Messages copied.',
  notCopied: 'Not copied. The browser does not allow it here; select the messages and copy them.',
} as const
