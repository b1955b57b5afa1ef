/** Was zuletzt angesagt wurde, zum Nachlesen. */
export const activity = {
  title: 'Ansagen',
  lead: 'Die letzten 50 angesagten Meldungen, die neueste zuerst.',
  empty: 'Es wurde noch nichts angesagt.',
  copy: 'Alle kopieren',
  copied: 'Meldungen kopiert.',
  notCopied:
    'Nicht kopiert. Der Browser erlaubt es hier nicht; markieren Sie die Meldungen und kopieren Sie sie.',
} as const
