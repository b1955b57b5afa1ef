/** Der Rundgang durch den Entwurf und die Liste des ersten Prozesses. */
export const onboarding = {
  invitation:
    'Neu hier? Ein Rundgang mit sechs kurzen Stationen zeigt, wie ein Prozess gezeichnet, geprüft und veröffentlicht wird.',
  start: 'Rundgang starten',
  notNow: 'Jetzt nicht',
  later: 'Der Rundgang wartet unter Mehr, Rundgang starten.',
  tour: 'Rundgang',
  stop: 'Station {{number}} von {{count}}',
  back: 'Zurück',
  next: 'Weiter',
  finish: 'Fertig',
  skip: 'Rundgang überspringen',
  spoken: '{{title}}. {{body}}',
  finished: 'Der Rundgang ist zu Ende. Sie finden ihn wieder unter Mehr.',
  keys: 'Der Rundgang steht neben Ihrer Arbeit: F6 geht hin und zurück, Escape beendet ihn.',
  title_palette: 'Phasen zum Nehmen',
  body_palette:
    'Ziehen Sie eine Phase in die Zeichnung, oder auf einen Übergang, um sie dazwischenzusetzen. Enter fügt sie nach der Phase ein, auf der Sie stehen.',
  body_palette_list:
    'Fügen Sie hier eine Phase hinzu: Sie sagen, wie sie heißt und auf welche Phase sie folgt.',
  title_canvas: 'Den Weg eines Deals zeichnen',
  body_canvas:
    'Ziehen Sie vom Rand einer Phase zur nächsten, oder drücken Sie C. Die Liste zeigt denselben Prozess in Worten und kann alles, was die Zeichnung kann.',
  body_canvas_list:
    'Die Liste ist der Prozess in Worten: jede Phase mit dem, wohin sie führt. Das Menü einer Phase verbindet sie mit der nächsten.',
  title_details: 'Sagen, was zählt',
  body_details:
    'Wahrscheinlichkeit, Dauern, Pflichtfelder, Regeln und Genehmigungen dessen, was ausgewählt ist. Gesichert wird beim Tippen, und „Rückgängig“ kennt jeden Schritt beim Namen.',
  body_details_list:
    'Drücken Sie auf eine Phase: Dahinter stehen Wahrscheinlichkeit, Dauern, Pflichtfelder, Regeln und Genehmigungen. Gesichert wird beim Tippen, und „Rückgängig“ kennt jeden Schritt beim Namen.',
  body_details_canvas:
    'Öffnen Sie eine Phase durch zweimaliges Drücken oder mit Enter: Dahinter stehen Wahrscheinlichkeit, Dauern, Pflichtfelder, Regeln und Genehmigungen. Gesichert wird beim Tippen.',
  title_figures: 'Sehen, was es erbringt',
  body_figures:
    'Mit jeder Änderung werden der Anteil gewonnener Deals und die Tage bis zum Abschluss genau berechnet, nicht geschätzt.',
  title_problems: 'Berichtigen, was falsch ist',
  body_problems:
    'Die Prüfungen laufen beim Zeichnen mit. F8 geht von Problem zu Problem, und viele sind mit einem Klick behoben.',
  title_publish: 'Veröffentlichen, wenn es stimmt',
  body_publish:
    'Bis dahin ist es Ihr eigener Entwurf: Andere sehen vielleicht, dass Sie daran arbeiten, aber nicht, was Sie ändern. Vor dem Veröffentlichen sehen Sie, welche offenen Deals sich bewegen würden.',
  checklist: 'Ihr erster Prozess',
  checklistLead: 'Vier Dinge machen einen Prozess, auf den Verlass ist.',
  progress: '{{done}} von {{count}} erledigt',
  hide: 'Diese Liste ausblenden',
  hidden: 'Ausgeblendet. Im Kontomenü holen Sie sie zurück.',
  allDone: 'Alles erledigt: Ihr Prozess ist gezeichnet, geprüft, durchgespielt und veröffentlicht.',
  done: 'erledigt',
  step_drawn: 'Zeichnen',
  hint_drawn: 'Verbinden Sie mindestens zwei Phasen.',
  step_checked: 'Prüfen',
  hint_checked: 'Öffnen Sie die Probleme und sehen Sie, was die Prüfungen sagen.',
  step_simulated: 'Durchspielen',
  hint_simulated: 'Führen Sie einen Deal von einer Phase in eine andere.',
  step_published: 'Veröffentlichen',
  hint_published: 'Machen Sie ihn zu dem Prozess, nach dem alle arbeiten.',
} as const
