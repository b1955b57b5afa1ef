/** What a company shows to some roles only. */
export const hidden = {
  hidden: 'Hidden',
  why: 'Your company shows this to these roles only: {{roles}}.',
  whySome: 'Your company shows this to some roles only.',
  since: 'Your company hides some fields from you now. What you had changed there was not kept.',
  actions: 'actions that are hidden',
  amount: 'amount hidden',
  escalation: 'Whom it escalates to is hidden.',
  some: 'Some of it is hidden from you.',
} as const
