/** Was beim Einlesen fremder Dateien übernommen, angenommen und weggelassen wurde, und warum nichts zu lesen war. */
import type { SentenceBook } from '../../sentences.ts'

export const imports: SentenceBook = {
  'Open stages keep the order of the file; closed stages were moved to the end, won before lost.':
    'Offene Phasen behalten die Reihenfolge der Datei; geschlossene stehen am Ende, gewonnen vor verloren.',
  'The file has none: codes are made from the names, colors from the kind of stage, places from the order.':
    'Die Datei hat keine: Codes entstehen aus den Namen, Farben aus der Art der Phase, Plätze aus der Reihenfolge.',
  'The stage has no name in the file; it was called by its id or place.':
    'Die Phase hat in der Datei keinen Namen; sie heißt nach ihrer Kennung oder ihrem Platz.',
  'The name has {{count}} characters; it was cut to {{limit}}.':
    'Der Name hat {{count}} Zeichen; er wurde auf {{limit}} gekürzt.',
  'Several stages have this name; each was kept, with a code of its own.':
    'Mehrere Phasen heißen so; jede blieb erhalten, mit eigenem Code.',
  'The file gives no probability; {{probability}} % was taken from the open stage before it.':
    'Die Datei nennt keine Wahrscheinlichkeit; {{probability}} % stammen von der offenen Phase davor.',
  'The file gives no probability; a won stage has 100 %.':
    'Die Datei nennt keine Wahrscheinlichkeit; eine gewonnene Phase hat 100 %.',
  'The file gives no probability; a lost stage has 0 %.':
    'Die Datei nennt keine Wahrscheinlichkeit; eine verlorene Phase hat 0 %.',
  'Deals can start in several stages; only the first of them is the entry.':
    'Deals können in mehreren Phasen beginnen; nur die erste davon ist der Eingang.',
  'The file starts deals here, but a closed or inactive stage cannot be the entry.':
    'In der Datei beginnen Deals hier, aber eine geschlossene oder inaktive Phase kann kein Eingang sein.',
  'There are {{won}} won and {{lost}} lost stages, so the policy of a single won and lost stage was switched off.':
    'Es gibt {{won}} gewonnene und {{lost}} verlorene Phasen; die Vorgabe, dass es je nur eine gibt, wurde ausgeschaltet.',
  'Moves back are allowed as rework, because every stage leads to every other.':
    'Schritte zurück sind als Nacharbeit erlaubt, weil jede Phase zu jeder anderen führt.',
  'The format has no moves between stages.': 'Das Format kennt keine Schritte zwischen Phasen.',
  'None could be made, as there is nothing to connect.':
    'Es ließen sich keine bilden, weil es nichts zu verbinden gibt.',
  'Each stage leads to the next.': 'Jede Phase führt zur nächsten.',
  'Each stage leads to the next, and any open stage can be lost.':
    'Jede Phase führt zur nächsten, und jede offene kann verloren gehen.',
  'Every open stage leads to every other.': 'Jede offene Phase führt zu jeder anderen.',
  'Every open stage leads to every other, and any open stage can be lost.':
    'Jede offene Phase führt zu jeder anderen, und jede offene kann verloren gehen.',

  'The probability {{value}} is not a number.': 'Die Wahrscheinlichkeit {{value}} ist keine Zahl.',
  '{{count}} of {{all}} as they are in the file, right or wrong.':
    '{{count}} von {{all}}, wie sie in der Datei stehen, richtig oder falsch.',
  'A process has no place for {{keys}}.': 'Ein Prozess hat keinen Platz für {{keys}}.',

  'No pipeline in here: nothing has a list of stages.':
    'Keine Pipeline darin: Nichts hat eine Liste von Phasen.',
  'Choose the answer of /crm/v3/pipelines/deals, or a process that Stagecraft exported.':
    'Wählen Sie die Antwort von /crm/v3/pipelines/deals oder einen Prozess, den Stagecraft exportiert hat.',
  'The pipeline is about {{type}}, not deals; it was read in the same way.':
    'Die Pipeline handelt von {{type}}, nicht von Deals; sie wurde ebenso gelesen.',
  'The id {{id}} comes more than once; each pipeline was kept as a choice.':
    'Die Kennung {{id}} kommt mehrmals vor; jede Pipeline steht zur Wahl.',
  'The files have no such pipeline.': 'Die Dateien haben diese Pipeline nicht.',
  'Choose one of: {{names}}.': 'Zur Wahl stehen: {{names}}.',
  'Some are above 1, so all of them were read as percent.':
    'Einige sind größer als 1, darum wurden alle als Prozent gelesen.',
  '{{count}} of {{all}} stages with label, id and display order.':
    '{{count}} von {{all}} Phasen mit Bezeichnung, Kennung und Reihenfolge.',
  '{{count}} of {{all}} stages are inactive.': '{{count}} von {{all}} Phasen sind inaktiv.',
  'The pipeline is archived in HubSpot; the process was imported as an active one.':
    'Die Pipeline ist in HubSpot archiviert; der Prozess wurde als aktiver importiert.',
  'HubSpot keeps the required properties of a stage outside this file; add them in the panel of the stage.':
    'HubSpot hält die Pflichtfelder einer Phase außerhalb dieser Datei; ergänzen Sie sie in den Details der Phase.',
  'The name sounds like a lost stage, but the file says it is open; it stayed open.':
    'Der Name klingt nach einer verlorenen Phase, aber in der Datei ist sie offen; sie blieb offen.',
  'The stage is closed, but its probability tells neither won nor lost; it was taken for won.':
    'Die Phase ist geschlossen, aber ihre Wahrscheinlichkeit sagt nicht, wie; sie gilt als gewonnen.',
  'The stage is closed, but its probability tells neither won nor lost; it was taken for lost.':
    'Die Phase ist geschlossen, aber ihre Wahrscheinlichkeit sagt nicht, wie; sie gilt als verloren.',
  'The file does not say whether the stage is closed; with a probability of 0 it was taken for lost.':
    'Die Datei sagt nicht, ob die Phase geschlossen ist; mit der Wahrscheinlichkeit 0 gilt sie als verloren.',
  'The file does not say whether the stage is closed; with a probability of 1 it was taken for won.':
    'Die Datei sagt nicht, ob die Phase geschlossen ist; mit der Wahrscheinlichkeit 1 gilt sie als gewonnen.',
  'The name sounds like a lost stage, but nothing in the file says so; it stayed open.':
    'Der Name klingt nach einer verlorenen Phase, aber die Datei sagt nichts davon; sie blieb offen.',

  'The file is empty.': 'Die Datei ist leer.',
  'Choose another file.': 'Wählen Sie eine andere Datei.',
  'The file is neither XML nor JSON.': 'Die Datei ist weder XML noch JSON.',
  'Choose a Salesforce value set or object (.xml), HubSpot pipelines (.json) or a Stagecraft process (.json).':
    'Wählen Sie eine Werteliste oder ein Objekt aus Salesforce (.xml), Pipelines aus HubSpot (.json) oder einen Prozess aus Stagecraft (.json).',
  'They are of different systems.': 'Sie stammen aus verschiedenen Systemen.',
  'Import the files of one system at a time.': 'Importieren Sie die Dateien eines Systems nach dem anderen.',

  'Both hold the stages of an org.': 'Beide enthalten die Phasen einer Organisation.',
  'Import one org at a time.': 'Importieren Sie eine Organisation nach der anderen.',
  'It is not part of the import.': 'Das gehört nicht zum Import.',
  '<{{tag}}> does not describe opportunity stages.': '<{{tag}}> beschreibt keine Verkaufsphasen.',
  'Of the object, but not part of the import: {{count}}.':
    'Teil des Objekts, aber nicht des Imports: {{count}}.',
  'None of its stages is in the value set; it may be about leads or cases.':
    'Keine ihrer Phasen steht in der Werteliste; vielleicht geht es um Leads oder Kundenvorgänge.',
  'No opportunity stages in here ({{kinds}}).': 'Keine Verkaufsphasen darin ({{kinds}}).',
  'Add the file OpportunityStage.standardValueSet-meta.xml of the same org and import them together.':
    'Nehmen Sie die Datei OpportunityStage.standardValueSet-meta.xml derselben Organisation dazu und importieren Sie beide zusammen.',
  'The files have no such business process.': 'Die Dateien haben diesen Geschäftsprozess nicht.',
  'Leave the choice out.': 'Lassen Sie die Auswahl weg.',
  'Stages of the value set that are not in {{process}} stayed out: {{count}}.':
    'Phasen der Werteliste, die nicht in {{process}} stehen, blieben draußen: {{count}}.',
  'No value set tells about this stage; it has what Salesforce ships it with: {{probability}} %.':
    'Keine Werteliste beschreibt diese Phase; sie hat, was Salesforce mitliefert: {{probability}} %.',
  'No value set tells about this stage; it was imported as an open one.':
    'Keine Werteliste beschreibt diese Phase; sie wurde als offene importiert.',
  'Import OpportunityStage together with it to have its numbers.':
    'Importieren Sie OpportunityStage mit, um ihre Zahlen zu haben.',
  '{{count}} of {{all}} stages with name, API name and order.':
    '{{count}} von {{all}} Phasen mit Name, API-Name und Reihenfolge.',
  '{{count}} of {{all}} stages are closed.': '{{count}} von {{all}} Phasen sind geschlossen.',
  '{{count}} of {{all}} stages have one.': '{{count}} von {{all}} Phasen haben eine.',
  '{{count}} stages stay inactive.': 'Inaktiv bleiben: {{count}}.',
  'The forecast category {{value}} is unknown.': 'Die Prognosekategorie {{value}} ist unbekannt.',
  'The stage is won but not closed in the file; it was imported as closed won.':
    'Die Phase ist in der Datei gewonnen, aber nicht geschlossen; sie wurde als gewonnen geschlossen importiert.',

  'This is a zip archive.': 'Das ist ein ZIP-Archiv.',
  'Unpack it and choose the files inside.': 'Entpacken Sie es und wählen Sie die Dateien darin.',
  'This is a binary file, not text.': 'Das ist eine Binärdatei, kein Text.',
  'Choose an XML or JSON file of Salesforce, HubSpot or Stagecraft.':
    'Wählen Sie eine XML- oder JSON-Datei von Salesforce, HubSpot oder Stagecraft.',
  'The text is not valid UTF-8; it was read as Windows-1252.':
    'Der Text ist kein gültiges UTF-8; er wurde als Windows-1252 gelesen.',
  'Check letters with accents.': 'Prüfen Sie Umlaute und Akzente.',
  'The encoding {{encoding}} is unknown.': 'Die Zeichenkodierung {{encoding}} ist unbekannt.',
  'Save the file as UTF-8.': 'Speichern Sie die Datei als UTF-8.',
  'The text is not valid {{encoding}}.': 'Der Text ist kein gültiges {{encoding}}.',
  'The JSON is broken.': 'Das JSON ist beschädigt.',
  'The JSON of this line is broken.': 'Das JSON dieser Zeile ist beschädigt.',
  'Export the file again, or repair it there.': 'Exportieren Sie die Datei neu oder reparieren Sie sie dort.',
  'Export the file again, or remove the line.': 'Exportieren Sie die Datei neu oder entfernen Sie die Zeile.',
  'The JSON is nested more than {{depth}} levels deep.':
    'Das JSON ist tiefer als {{depth}} Ebenen geschachtelt.',
  'Choose a file that holds only pipelines or a process.':
    'Wählen Sie eine Datei, die nur Pipelines oder einen Prozess enthält.',
  'In column {{column}} the file ends where {{awaited}} should be.':
    'In Spalte {{column}} endet die Datei, wo {{awaited}} stehen müsste.',
  'In column {{column}} {{found}} stands where {{awaited}} should be.':
    'In Spalte {{column}} steht {{found}}, wo {{awaited}} stehen müsste.',
  'a value': 'ein Wert',
  'a key': 'ein Schlüssel',
  'the end': 'das Ende',
  'a value or “]”': 'ein Wert oder „]“',
  'a key or “}”': 'ein Schlüssel oder „}“',
  '“,” or “]”': '„,“ oder „]“',
  '“,” or “}”': '„,“ oder „}“',
  'There is nothing to read.': 'Es gibt nichts zu lesen.',
  'Choose a file to import.': 'Wählen Sie eine Datei zum Importieren.',
  'At most {{count}} files can be read together.': 'Höchstens {{count}} Dateien lassen sich zusammen lesen.',
  'Choose only the files that describe the stages and their processes.':
    'Wählen Sie nur die Dateien, die die Phasen und ihre Prozesse beschreiben.',
  'The file has {{size}}; at most {{limit}} can be read.':
    'Die Datei hat {{size}}; höchstens {{limit}} lassen sich lesen.',
  'Export only the stages, or split the file.': 'Exportieren Sie nur die Phasen oder teilen Sie die Datei.',
  'Together they have {{size}}; at most {{limit}} can be read at once.':
    'Zusammen haben sie {{size}}; höchstens {{limit}} lassen sich auf einmal lesen.',
  'It has {{count}} stages; at most {{limit}} can be imported as one process.':
    'Es sind {{count}} Phasen; höchstens {{limit}} lassen sich als ein Prozess importieren.',
  'Choose one business process or pipeline, or remove the stages that are not in use.':
    'Wählen Sie einen Geschäftsprozess oder eine Pipeline, oder entfernen Sie ungenutzte Phasen.',
  'There are more than {{count}} processes in it.': 'Darin sind mehr als {{count}} Prozesse.',
  'Export only those that are in use.': 'Exportieren Sie nur die, die benutzt werden.',
  'The XML is nested more than {{depth}} levels deep.':
    'Das XML ist tiefer als {{depth}} Ebenen geschachtelt.',
  'Choose a file that Salesforce wrote.': 'Wählen Sie eine Datei, die Salesforce geschrieben hat.',
  'The XML is broken: {{fault}}': 'Das XML ist beschädigt: {{fault}}',
  'Retrieve the file again, or repair it there.': 'Rufen Sie die Datei neu ab oder reparieren Sie sie dort.',
  'The XML cannot be read to its end.': 'Das XML lässt sich nicht bis zum Ende lesen.',
  'The file has a document type definition, which can hide other files or grow without end.':
    'Die Datei hat eine Dokumenttypdefinition, die andere Dateien verbergen oder endlos wachsen kann.',
  'Remove the <!DOCTYPE …> lines and import it again.':
    'Entfernen Sie die Zeilen <!DOCTYPE …> und importieren Sie sie erneut.',
  'The file has {{count}} tags; at most {{limit}} can be read.':
    'Die Datei hat {{count}} Elemente; höchstens {{limit}} lassen sich lesen.',
  'Choose the file of the stages alone.': 'Wählen Sie die Datei der Phasen allein.',

  'The category of this company with the same code is used.':
    'Verwendet wird die Kategorie dieses Unternehmens mit demselben Code.',
  'This company has no such category; add it in the settings, or choose another.':
    'Dieses Unternehmen hat die Kategorie nicht; legen Sie sie in den Einstellungen an oder wählen Sie eine andere.',
  'The action of this company with the same code is used.':
    'Verwendet wird die Aktion dieses Unternehmens mit demselben Code.',
  'This company has no such action; add it in the settings, or choose another.':
    'Dieses Unternehmen hat die Aktion nicht; legen Sie sie in den Einstellungen an oder wählen Sie eine andere.',
  'The approval workflow of this company with the same name is used.':
    'Verwendet wird der Genehmigungsablauf dieses Unternehmens mit demselben Namen.',
  'This company has no such approval workflow; add it in the settings, or choose another.':
    'Dieses Unternehmen hat den Genehmigungsablauf nicht; legen Sie ihn in den Einstellungen an oder wählen Sie einen anderen.',
  'This company has no such field; add it in the settings, or change the rules that name it.':
    'Dieses Unternehmen hat das Feld nicht; legen Sie es in den Einstellungen an oder ändern Sie die Regeln, die es nennen.',
  'Each of them is a whole process.': 'Jede davon ist ein ganzer Prozess.',
  'Import one process at a time.': 'Importieren Sie einen Prozess nach dem anderen.',
  '{{process}}. Stages: {{stages}}. Transitions: {{transitions}}. Scenarios: {{scenarios}}.':
    '{{process}}. Phasen: {{stages}}. Übergänge: {{transitions}}. Szenarien: {{scenarios}}.',
  'The file is {{format}}, but only {{known}} can be read.':
    'Die Datei ist {{format}}, aber nur {{known}} lässt sich lesen.',
  'Export it again with this version, or update the app.':
    'Exportieren Sie sie mit dieser Version neu oder aktualisieren Sie die App.',
  'The file has no process.': 'Die Datei hat keinen Prozess.',
  'Export it again.': 'Exportieren Sie sie neu.',
  'It has {{count}} transitions; at most {{limit}} can be imported.':
    'Es sind {{count}} Übergänge; höchstens {{limit}} lassen sich importieren.',
  'Split the process.': 'Teilen Sie den Prozess.',
  'The value does not fit here: {{why}}.': 'Der Wert passt hier nicht: {{why}}.',
  'Correct it there and import the file again.':
    'Berichtigen Sie es dort und importieren Sie die Datei erneut.',
  'It leaves or enters a stage that is not in the file.':
    'Er beginnt oder endet in einer Phase, die nicht in der Datei ist.',
  'This has to be a list.': 'Hier muss eine Liste stehen.',
  'This has to be an object.': 'Hier muss ein Objekt stehen.',
  'This id is reserved.': 'Diese Kennung ist vergeben.',
  'Give the row another id.': 'Geben Sie der Zeile eine andere Kennung.',
  'The id {{id}} comes twice.': 'Die Kennung {{id}} kommt zweimal vor.',
  'Give each row an id of its own.': 'Geben Sie jeder Zeile eine eigene Kennung.',
  'Not in the file, so the defaults were taken: {{columns}}.':
    'Nicht in der Datei, darum gilt die Vorgabe: {{columns}}.',
  'Whoever exported this file may not see these fields: “$masked” stands in their place, and they begin empty where the file is imported.':
    'Wer diese Datei exportiert hat, darf diese Felder nicht sehen: An ihrer Stelle steht „$masked“, und wo die Datei importiert wird, beginnen sie leer.',
  'Hidden from whoever exported it, so left empty: {{columns}}.':
    'Beim Export verborgen, darum leer: {{columns}}.',
  'Unknown, so left out: {{columns}}.': 'Unbekannt, darum weggelassen: {{columns}}.',
}

/** Wovon eine Zeile des Berichts handelt, wo es kein Name ist. */
export const importTopics: Readonly<Record<string, string>> = {
  'Approval process': 'Genehmigungsprozess',
  'Archived stages': 'Archivierte Phasen',
  'Buttons and links': 'Schaltflächen und Links',
  'Closed and won': 'Geschlossen und gewonnen',
  'Codes, colors and places': 'Codes, Farben und Plätze',
  'Compact layouts': 'Kompaktlayouts',
  Encoding: 'Zeichenkodierung',
  Field: 'Feld',
  'Field sets': 'Feldgruppen',
  Fields: 'Felder',
  Flow: 'Flow',
  'Forecast categories': 'Prognosekategorien',
  'Inactive stages': 'Inaktive Phasen',
  'List views': 'Listenansichten',
  Object: 'Objekt',
  Order: 'Reihenfolge',
  'Other settings': 'Andere Einstellungen',
  'Other settings of values': 'Andere Einstellungen der Werte',
  'Package list': 'Paketliste',
  'Page layout': 'Seitenlayout',
  Path: 'Pfad',
  Pipeline: 'Pipeline',
  Policies: 'Vorgaben',
  Probabilities: 'Wahrscheinlichkeiten',
  Process: 'Prozess',
  'Record type': 'Datensatztyp',
  'Record types': 'Datensatztypen',
  'Required properties': 'Pflichtfelder',
  Stages: 'Phasen',
  'Stages of other processes': 'Phasen anderer Prozesse',
  Transitions: 'Übergänge',
  'Unnamed stage': 'Unbenannte Phase',
  'Validation rule': 'Prüfregel',
  'Validation rules': 'Prüfregeln',
  'Value set': 'Werteliste',
  Workflow: 'Workflow',
}
