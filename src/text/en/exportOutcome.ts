/** What an export leads to beside a file. */
export const exportOutcome = {
  failedTitle: 'The export did not work',
  failed: '{{why}} The process is unchanged.',
  withoutTitle: 'Saved, without what is hidden',
  without:
    'Your company hides these fields from you: {{fields}}. The file says so in their place, and they begin empty wherever it is imported.',
  close: 'Close',
} as const
