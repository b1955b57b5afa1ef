export const stepUp = {
  title: 'Confirm that it is you',
  lead: 'Your company asks for your second factor before changes that matter. It counts for ten minutes.',
  goOn: 'Continue',
  cancel: 'Cancel',
  proven: 'Confirmed. The change goes on.',
  noneTitle: 'A second factor is needed',
  noneBody:
    'Your company asks for a second factor before changes that matter, and you have none yet. Set one up in your account, then try again; nothing is lost meanwhile.',
  setUp: 'Set one up',
} as const
