/** What a backend that is not ours does not keep or protect, in plain words. */
export const backends = {
  blueprint: 'Your CRM takes a process step by step and keeps part of it.',
  settings: 'Your CRM keeps the list of stages and nothing else.',
  unprotected:
    'Not protected against others’ edits: it is compared before and read again after, but of two people who write in the same moment the last one wins.',
  blueprintKept:
    'Kept there: stages with name, code, order, probability, rules, days and approval, and transitions between two stages.',
  settingsKept: 'Kept there: name, code, order, probability, color of each stage, and whether it is used.',
  blueprintHere:
    'On this device only: places and colors on the canvas, the entry stage, categories, forecast, guidance, checklists, transitions from every stage, shares and rework, the process’s own name and policies, scenarios, waivers and comments.',
  settingsHere:
    'On this device only: transitions, rules, days, approvals, which stages are won or lost, places on the canvas, the process’s own name and policies, scenarios, waivers and comments.',
  nowhere:
    'Not there at all: a second process, earlier versions, open deals, copies of drafts, other people’s work as it happens.',
  more: 'What it keeps, and what not',
  leftBehind_one:
    '{{count}} transition that you changed or removed stays there as it is: it can only be created.',
  leftBehind_other:
    '{{count}} transitions that you changed or removed stay there as they are: they can only be created.',
  steps: 'Step {{step}} of {{total}}',
  stepsBody: 'New things first, deletions last. You can close this: it goes on, also after a reload.',
  partly: 'Not published as a whole',
  partlyBody: '{{why}} What is done stays there; trying again goes on from there.',
  stop: 'Stop after this step',
  stopping: 'Stopping…',
  status:
    'Your CRM keeps part of this process and does not protect it against others’ edits. Publishing says more.',
  lead: 'It becomes revision {{to}}, as this device counts.',
  noVersions: 'Your CRM keeps no versions.',
  noVersionsBody: 'Only what is published now is there. Download a process to keep it as it is today.',
  onlyHere:
    'Company data is kept in your CRM, which has no place for it here. What follows is of this device.',
} as const
