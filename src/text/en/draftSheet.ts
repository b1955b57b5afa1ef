/** More about where a draft is; loads when somebody asks. */
export const draftSheet = {
  title: 'State of this draft',
  savedBody: 'Every change is on this device before the next one. You can close the tab.',
  savedNothing: 'What you see is what is published. Nothing waits.',
  notSavedBody:
    'Your last changes are in this tab only. {{why}} Download the process before you close the tab.',
  waitingBody: 'The publish goes out by itself as soon as the server can be reached, also after a reload.',
  publishingBody: 'The publish is on its way.',
  parkedBody: 'It waits for you: {{why}}',
  conflictBody: 'You and somebody else changed the same things. Nothing is lost; choose what holds.',
  behindBody:
    'Somebody published revision {{revision}}, which clashes with your draft. You choose when you publish.',
  withdraw: 'Take the publish back',
  resolve: 'Resolve the conflict…',
  takeOver: 'Edit here instead',
  download: 'Download the process',
  discard: 'Discard my changes…',
  backedUpBody:
    'Every change is on this device and on the server, for you alone. You can go on from another device.',
  restoreWaitsBody:
    'Revision {{revision}} is published again as soon as the server can be reached, also after a reload, unless somebody publishes before.',
  restoringBody: 'Revision {{revision}} is on its way to be published again.',
  withdrawRestore: 'Take the restore back',
  request: 'Request a review…',
  versions: 'See the versions',
} as const
