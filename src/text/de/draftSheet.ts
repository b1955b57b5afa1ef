export const draftSheet = {
  title: 'Stand dieses Entwurfs',
  savedBody: 'Jede Änderung ist auf diesem Gerät, bevor die nächste folgt. Sie können den Tab schließen.',
  savedNothing: 'Was Sie sehen, ist veröffentlicht. Nichts wartet.',
  notSavedBody:
    'Ihre letzten Änderungen stehen nur in diesem Tab. {{why}} Laden Sie den Prozess herunter, bevor Sie den Tab schließen.',
  waitingBody:
    'Die Veröffentlichung geht von selbst hinaus, sobald der Server erreichbar ist, auch nach einem Neuladen.',
  publishingBody: 'Die Veröffentlichung ist unterwegs.',
  parkedBody: 'Es wartet auf Sie: {{why}}',
  conflictBody: 'Sie und jemand anders haben dasselbe geändert. Nichts ist verloren; wählen Sie, was gilt.',
  behindBody:
    'Jemand hat Revision {{revision}} veröffentlicht, die Ihrem Entwurf widerspricht. Beim Veröffentlichen wählen Sie, was gilt.',
  withdraw: 'Veröffentlichung zurücknehmen',
  resolve: 'Konflikt lösen …',
  takeOver: 'Stattdessen hier bearbeiten',
  download: 'Prozess herunterladen',
  discard: 'Meine Änderungen verwerfen …',
  backedUpBody:
    'Jede Änderung ist auf diesem Gerät und auf dem Server, dort nur für Sie. Sie können an einem anderen Gerät weitermachen.',
  restoreWaitsBody:
    'Revision {{revision}} wird wieder veröffentlicht, sobald der Server erreichbar ist, auch nach einem Neuladen, sofern vorher niemand veröffentlicht.',
  restoringBody: 'Revision {{revision}} ist unterwegs, um wieder veröffentlicht zu werden.',
  withdrawRestore: 'Wiederherstellung zurücknehmen',
  request: 'Um Prüfung bitten …',
  versions: 'Versionen ansehen',
} as const
