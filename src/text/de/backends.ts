export const backends = {
  blueprint: 'Ihr CRM nimmt einen Prozess Schritt für Schritt an und bewahrt einen Teil davon auf.',
  settings: 'Ihr CRM bewahrt die Liste der Phasen auf und sonst nichts.',
  unprotected:
    'Nicht vor Änderungen anderer geschützt: Es wird vorher verglichen und danach noch einmal gelesen; schreiben aber zwei im selben Augenblick, gilt, wer zuletzt kam.',
  blueprintKept:
    'Dort aufbewahrt: Phasen mit Name, Code, Reihenfolge, Wahrscheinlichkeit, Regeln, Tagen und Genehmigung sowie Übergänge zwischen zwei Phasen.',
  settingsKept:
    'Dort aufbewahrt: Name, Code, Reihenfolge, Wahrscheinlichkeit und Farbe jeder Phase und ob sie benutzt wird.',
  blueprintHere:
    'Nur auf diesem Gerät: Plätze und Farben auf der Zeichenfläche, die Einstiegsphase, Kategorien, Prognose, Anleitung, Checklisten, Übergänge aus jeder Phase, Anteile und Rückschritte, Name und Vorgaben des Prozesses, Szenarien, Ausnahmen und Kommentare.',
  settingsHere:
    'Nur auf diesem Gerät: Übergänge, Regeln, Tage, Genehmigungen, welche Phasen gewonnen oder verloren heißen, Plätze auf der Zeichenfläche, Name und Vorgaben des Prozesses, Szenarien, Ausnahmen und Kommentare.',
  nowhere:
    'Dort gar nicht vorhanden: ein zweiter Prozess, frühere Versionen, offene Deals, Kopien von Entwürfen, die Arbeit anderer, während sie geschieht.',
  more: 'Was es aufbewahrt und was nicht',
  leftBehind_one:
    '{{count}} Übergang, den Sie geändert oder entfernt haben, bleibt dort, wie er ist: Er lässt sich nur anlegen.',
  leftBehind_other:
    '{{count}} Übergänge, die Sie geändert oder entfernt haben, bleiben dort, wie sie sind: Sie lassen sich nur anlegen.',
  steps: 'Schritt {{step}} von {{total}}',
  stepsBody:
    'Zuerst, was neu ist, zuletzt, was gelöscht wird. Sie können dies schließen: Es geht weiter, auch nach einem Neuladen.',
  partly: 'Nicht als Ganzes veröffentlicht',
  partlyBody: '{{why}} Was getan ist, bleibt dort; ein neuer Versuch macht von da an weiter.',
  stop: 'Nach diesem Schritt anhalten',
  stopping: 'Hält an…',
  status:
    'Ihr CRM bewahrt einen Teil dieses Prozesses auf und schützt ihn nicht vor Änderungen anderer. Beim Veröffentlichen steht mehr dazu.',
  lead: 'Er wird Revision {{to}}, so wie dieses Gerät zählt.',
  noVersions: 'Ihr CRM bewahrt keine Versionen auf.',
  noVersionsBody:
    'Es gibt nur, was jetzt veröffentlicht ist. Laden Sie einen Prozess herunter, um ihn so aufzubewahren, wie er heute ist.',
  onlyHere:
    'Daten des Unternehmens stehen in Ihrem CRM, das hier keinen Platz dafür hat. Was folgt, gilt für dieses Gerät.',
} as const
