/** Where an opportunity field is used in all of the company, before it is deleted in settings. */
export const fieldUses = {
  show: 'Where used',
  showFor: 'Where used: {{name}}',
  title: 'Where {{name}} is used',
  looking: 'where the field is used',
  nowhere: 'No process, action or approval names it.',
  failed: 'Not all could be looked at, so it may be used elsewhere. {{why}}',
  draft: '{{process}} (your draft)',
  company: 'Company data',
  stays: 'Rules that name a deleted field cannot be checked any more. Take it out here first.',
  close: 'Close',
} as const
