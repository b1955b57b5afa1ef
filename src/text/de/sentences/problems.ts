/** Was der Linter sagt: Titel und Begründungen der Regeln, Probleme, Korrekturen. */
import type { SentenceBook } from '../../sentences.ts'

export const problems: SentenceBook = {
  // Wovon die Rede ist.
  'any open stage': 'jede offene Phase',
  'Any open stage': 'Jede offene Phase',
  'a missing stage': 'eine fehlende Phase',
  'A missing stage': 'Eine fehlende Phase',
  'stage {{number}}': 'Phase {{number}}',
  '{{from}} → {{to}}': '{{from}} → {{to}}',
  'the rule {{name}}': 'der Regel {{name}}',
  'The rule {{name}}': 'Die Regel {{name}}',
  'an unnamed rule': 'einer Regel ohne Namen',
  'An unnamed rule': 'Eine Regel ohne Namen',
  // Wer was ausführen darf.
  'Somebody can run every transition by hand': 'Jeden Übergang kann jemand von Hand ausführen',
  'Where a transition is kept for certain people and names none of them, nobody can ever move a deal this way.':
    'Ist ein Übergang bestimmten Personen vorbehalten und nennt keine davon, kann niemand je einen Deal so bewegen.',
  'Nobody can run {{transition}}: it is kept for somebody without a name. Say who, or let everybody run it.':
    'Niemand kann {{transition}} ausführen: Der Übergang ist jemandem ohne Namen vorbehalten. Sagen Sie, wem, oder lassen Sie alle.',
  'Let everybody run it': 'Alle ausführen lassen',
  'The roles that may run a transition exist': 'Die Rollen, die einen Übergang ausführen dürfen, gibt es',
  'A role that nobody has lets nobody through. It may be misspelled, or come from another system.':
    'Eine Rolle, die niemand hat, lässt niemanden durch. Sie ist vielleicht falsch geschrieben oder stammt aus einem anderen System.',
  '{{transition}} is kept for the role {{role}}, which this company does not have. Pick another one.':
    '{{transition}} ist der Rolle {{role}} vorbehalten, die es in dieser Firma nicht gibt. Wählen Sie eine andere.',
  'Leave the role {{role}} out': 'Die Rolle {{role}} weglassen',
  'A refused approval leads somewhere': 'Eine abgelehnte Genehmigung führt irgendwohin',
  'A way for refused approvals that no deal can take, or that asks for the next approval, leaves the deal standing where it is.':
    'Ein Weg für abgelehnte Genehmigungen, den kein Deal nehmen kann oder der die nächste verlangt, lässt den Deal stehen.',
  '{{way}} is for refused approvals, but {{stage}} asks for one itself. Lead refused deals elsewhere.':
    '{{way}} ist für abgelehnte Genehmigungen, aber {{stage}} verlangt selbst eine. Leiten Sie abgelehnte Deals anderswohin.',
  '{{way}} is for refused approvals, but no other way out of {{stage}} asks for one.':
    '{{way}} ist für abgelehnte Genehmigungen, aber kein anderer Weg aus {{stage}} verlangt eine.',
  'Let refused deals stay': 'Abgelehnte Deals bleiben lassen',
  // Eskalation und Sperren.
  'An escalation reaches somebody, and not too soon': 'Eine Eskalation erreicht jemanden, und nicht zu früh',
  'An escalation that names nobody tells nobody. One before the maximum duration reports deals that are still on time.':
    'Eine Eskalation, die niemanden nennt, sagt niemandem etwas. Eine vor der Höchstdauer meldet Deals, die noch in der Zeit sind.',
  'Deals that stay too long in {{stage}} are escalated to nobody. Say to whom, or drop the escalation.':
    'Deals, die zu lange in {{stage}} bleiben, werden an niemanden eskaliert. Sagen Sie, an wen, oder verzichten Sie darauf.',
  'Drop the escalation': 'Auf die Eskalation verzichten',
  'Deals in {{stage}} are escalated after {{days}}, before the maximum of {{maximum}}. Escalate later, or lower the maximum.':
    'Deals in {{stage}} werden nach {{days}} eskaliert, vor der Höchstdauer von {{maximum}}. Eskalieren Sie später, oder senken Sie die Höchstdauer.',
  'Escalate after {{days}}': 'Nach {{days}} eskalieren',
  'Locked fields exist and can be filled in before':
    'Gesperrte Felder gibt es, und sie lassen sich vorher ausfüllen',
  'Where a stage locks a field that the next one requires, nobody can fill it in on the way, and the deal stays.':
    'Sperrt eine Phase ein Feld, das die nächste verlangt, kann niemand es unterwegs ausfüllen, und der Deal bleibt stehen.',
  '{{stage}} locks the field {{field}}, which does not exist. Pick another field or remove it.':
    '{{stage}} sperrt das Feld {{field}}, das es nicht gibt. Wählen Sie ein anderes oder entfernen Sie es.',
  '{{stage}} locks {{field}}, but {{next}} requires it: nobody can fill it in on the way. Unlock it, or require it before.':
    '{{stage}} sperrt {{field}}, aber {{next}} verlangt es: Niemand kann es unterwegs ausfüllen. Geben Sie es frei, oder verlangen Sie es vorher.',
  'Unlock {{field}}': '{{field}} freigeben',
  'Require {{field}} in {{stage}} as well': '{{field}} auch in {{stage}} verlangen',
  // Aktionen.
  'Actions are active': 'Aktionen sind aktiv',
  'An action that is switched off is skipped without a word.':
    'Eine ausgeschaltete Aktion wird stillschweigend übergangen.',
  'The action {{action}} of {{owner}} is not active, so it will not run. Remove it or activate it.':
    'Die Aktion {{action}} von {{owner}} ist nicht aktiv und läuft daher nicht. Entfernen oder aktivieren Sie sie.',
  'Actions have the parameters they need': 'Aktionen haben die nötigen Angaben',
  'An e-mail without a recipient is never sent, and the error shows up only when a deal moves.':
    'Eine E-Mail ohne Empfänger wird nie gesendet, und der Fehler zeigt sich erst, wenn sich ein Deal bewegt.',
  'The action {{action}} of {{owner}} {{wrong}}. Correct it or remove the action.':
    'Die Aktion {{action}} von {{owner}} {{wrong}}. Berichtigen Sie sie oder entfernen Sie die Aktion.',
  'has a parameter that it does not know, {{name}}': 'hat eine Angabe, die sie nicht kennt, {{name}}',
  'lacks the parameter {{name}}': 'hat die Angabe {{name}} nicht',
  'has an empty parameter {{name}}': 'hat eine leere Angabe {{name}}',
  'has a wrong value in the parameter {{name}}': 'hat einen falschen Wert in der Angabe {{name}}',
  'The action {{action}} of {{from}} → {{to}} {{wrong}}. Correct it or remove the action.':
    'Die Aktion {{action}} von {{from}} → {{to}} {{wrong}}. Berichtigen Sie sie oder entfernen Sie die Aktion.',
  'Actions exist': 'Aktionen gibt es',
  'An action that the company does not have is never carried out. Whoever relies on the e-mail or the task waits in vain.':
    'Eine Aktion, die das Unternehmen nicht hat, wird nie ausgeführt. Wer sich auf die E-Mail oder die Aufgabe verlässt, wartet vergebens.',
  '{{owner}} names the action {{action}}, which does not exist. Remove it or pick another one.':
    '{{owner}} nennt die Aktion {{action}}, die es nicht gibt. Entfernen Sie sie oder wählen Sie eine andere.',
  'Remove the action': 'Die Aktion entfernen',
  'Remove all {{count}} such actions here': 'Alle {{count}} solchen Aktionen hier entfernen',
  // Genehmigungen.
  'Every approval step has somebody to ask': 'Jeder Genehmigungsschritt hat jemanden zu fragen',
  'A step without an approver, or with a quorum that nobody set, can never be passed.':
    'Ein Schritt ohne Genehmigende oder ohne gesetztes Quorum ist nie zu bestehen.',
  'The approval workflow {{workflow}} of {{stage}} has a step that nobody can approve. Complete it or pick another one.':
    'Der Genehmigungsablauf {{workflow}} von {{stage}} hat einen Schritt, den niemand genehmigen kann. Vervollständigen Sie ihn oder wählen Sie einen anderen.',
  'The approval workflow {{workflow}} of {{stage}} has no steps. Complete it or pick another one.':
    'Der Genehmigungsablauf {{workflow}} von {{stage}} hat keine Schritte. Vervollständigen Sie ihn oder wählen Sie einen anderen.',
  'The approval workflow is active': 'Der Genehmigungsablauf ist aktiv',
  'A workflow that is switched off asks nobody. Deals wait before the stage for ever.':
    'Ein ausgeschalteter Ablauf fragt niemanden. Deals warten für immer vor der Phase.',
  'The approval workflow {{workflow}} of {{stage}} is not active. Pick another one or ask for no approval.':
    'Der Genehmigungsablauf {{workflow}} von {{stage}} ist nicht aktiv. Wählen Sie einen anderen oder verlangen Sie keine Genehmigung.',
  'A stage that requires approval says whose': 'Eine Phase mit Genehmigung sagt, wessen',
  'Without a workflow nobody is asked, so nobody can approve, and every deal waits before the stage for ever.':
    'Ohne Ablauf wird niemand gefragt, also kann niemand genehmigen, und jeder Deal wartet für immer vor der Phase.',
  '{{stage}} requires approval but names no workflow. Pick one or ask for no approval.':
    '{{stage}} verlangt eine Genehmigung, nennt aber keinen Ablauf. Wählen Sie einen oder verlangen Sie keine Genehmigung.',
  'The approval workflow exists': 'Den Genehmigungsablauf gibt es',
  'A workflow that was deleted, or belongs to another company, asks nobody. Deals wait before the stage for ever.':
    'Ein Ablauf, der gelöscht wurde oder zu einem anderen Unternehmen gehört, fragt niemanden. Deals warten für immer vor der Phase.',
  'The approval workflow of {{stage}} does not exist. Pick another one or ask for no approval.':
    'Den Genehmigungsablauf von {{stage}} gibt es nicht. Wählen Sie einen anderen oder verlangen Sie keine Genehmigung.',
  'Use {{name}}': '{{name}} verwenden',
  'Ask for no approval': 'Keine Genehmigung verlangen',
  // Dauern.
  'The maximum duration is not below the average': 'Die Höchstdauer liegt nicht unter dem Mittel',
  'Deals are flagged as stuck when they pass the maximum. With a maximum below the average most deals would be flagged from the start.':
    'Deals gelten als festgefahren, wenn sie die Höchstdauer überschreiten. Liegt sie unter dem Mittel, gälten die meisten von Anfang an als festgefahren.',
  'In {{stage}} the maximum of {{maximum}} days is below the average of {{average}} days. Swap them or clear the maximum.':
    'In {{stage}} liegt die Höchstdauer von {{maximum}} Tagen unter dem Mittel von {{average}} Tagen. Tauschen Sie beide oder leeren Sie die Höchstdauer.',
  'Swap the two': 'Beide tauschen',
  'Clear the maximum': 'Höchstdauer leeren',
  'Every open stage has a maximum duration': 'Jede offene Phase hat eine Höchstdauer',
  'The maximum tells when a deal is stuck. Without one nobody is reminded of it.':
    'Die Höchstdauer sagt, wann ein Deal festgefahren ist. Ohne sie wird niemand daran erinnert.',
  'Say after how many days a deal is stuck in {{stage}}.':
    'Sagen Sie, nach wie vielen Tagen ein Deal in {{stage}} festgefahren ist.',
  'Set to {{days}} days, twice the average': 'Auf {{days}} Tage setzen, das Doppelte des Mittels',
  'Durations are not negative': 'Dauern sind nicht negativ',
  'Nothing takes less than no time. A negative number of days is a slip that would pull every average down.':
    'Nichts dauert weniger als keine Zeit. Eine negative Zahl von Tagen ist ein Versehen, das jedes Mittel nach unten zöge.',
  'The average duration of {{stage}} is {{days}} days. Use 0 or more.':
    'Die mittlere Dauer von {{stage}} ist {{days}} Tage. Verwenden Sie 0 oder mehr.',
  'The maximum duration of {{stage}} is {{days}} days. Use 0 or more.':
    'Die Höchstdauer von {{stage}} ist {{days}} Tage. Verwenden Sie 0 oder mehr.',
  'Clear the average duration': 'Mittlere Dauer leeren',
  'Clear the maximum duration': 'Höchstdauer leeren',
  '{{transition}} fires after {{days}} days. Use 0 or more.':
    '{{transition}} löst nach {{days}} Tagen aus. Verwenden Sie 0 oder mehr.',
  'Clear the number of days': 'Zahl der Tage leeren',
  // Wahrscheinlichkeiten.
  'Closed won is 100 %, closed lost 0 %': 'Gewonnen ist 100 %, Verloren 0 %',
  'A closed deal is no longer a chance. Any other number counts lost deals in the forecast or won revenue only in part.':
    'Ein abgeschlossener Deal ist keine Chance mehr. Jede andere Zahl zählt verlorene Deals in der Prognose mit oder gewonnenen Umsatz nur zum Teil.',
  '{{stage}} is closed won, so its probability has to be {{value}} %, not {{now}} %.':
    '{{stage}} ist gewonnen, also muss die Wahrscheinlichkeit {{value}} % sein, nicht {{now}} %.',
  '{{stage}} is closed lost, so its probability has to be {{value}} %, not {{now}} %.':
    '{{stage}} ist verloren, also muss die Wahrscheinlichkeit {{value}} % sein, nicht {{now}} %.',
  'Set to {{value}} %': 'Auf {{value}} % setzen',
  'Probability does not fall along a transition forward':
    'Die Wahrscheinlichkeit fällt auf einem Übergang vorwärts nicht',
  'Moving a deal forward must not make it worth less in the forecast; people would stop moving deals.':
    'Einen Deal vorwärts zu bewegen darf ihn in der Prognose nicht weniger wert machen; niemand würde mehr Deals bewegen.',
  'Moving from {{from}} to {{to}} lowers the probability from {{before}} % to {{after}} %. Raise the later stage or lower the earlier one.':
    'Der Schritt von {{from}} nach {{to}} senkt die Wahrscheinlichkeit von {{before}} % auf {{after}} %. Heben Sie die spätere Phase an oder senken Sie die frühere.',
  'Raise {{stage}} to {{value}} %': '{{stage}} auf {{value}} % anheben',
  'Probability does not fall along the order': 'Die Wahrscheinlichkeit fällt in der Reihenfolge nicht',
  'A deal that moves forward should become more likely to be won. Where the number falls, either the order or the probability is wrong, and the forecast drops each time somebody makes progress.':
    'Ein Deal, der vorankommt, sollte wahrscheinlicher gewonnen werden. Fällt die Zahl, ist die Reihenfolge oder die Wahrscheinlichkeit falsch, und die Prognose sinkt bei jedem Fortschritt.',
  '{{stage}} has {{value}} %, less than {{before}} before it with {{more}} %. Raise it or change the order.':
    '{{stage}} hat {{value}} %, weniger als {{before}} davor mit {{more}} %. Heben Sie sie an oder ändern Sie die Reihenfolge.',
  'Raise to {{value}} %': 'Auf {{value}} % anheben',
  'Sort the stages by probability': 'Phasen nach Wahrscheinlichkeit ordnen',
  'Stated probabilities agree with where deals go':
    'Angegebene Wahrscheinlichkeiten stimmen mit den Wegen der Deals überein',
  'The shares of deals that take each transition say how many are won in the end. Where the probability of a stage says something else, the forecast and the simulation contradict each other.':
    'Die Anteile der Deals auf jedem Übergang sagen, wie viele am Ende gewonnen werden. Sagt die Wahrscheinlichkeit einer Phase etwas anderes, widersprechen sich Prognose und Simulation.',
  '{{stage}} says {{value}} %, but by the weights of its transitions {{implied}} % of its deals are won. Use that or change the weights.':
    '{{stage}} sagt {{value}} %, aber nach den Gewichten der Übergänge werden {{implied}} % der Deals gewonnen. Verwenden Sie das oder ändern Sie die Gewichte.',
  'A probability is a whole number from 0 to 100':
    'Eine Wahrscheinlichkeit ist eine ganze Zahl von 0 bis 100',
  'The forecast multiplies each amount by its probability. One value outside the range spoils the sum.':
    'Die Prognose multipliziert jeden Betrag mit seiner Wahrscheinlichkeit. Ein Wert außerhalb des Bereichs verdirbt die Summe.',
  '{{stage}} has a probability of {{value}} %. Use a whole number from 0 to 100.':
    '{{stage}} hat eine Wahrscheinlichkeit von {{value}} %. Verwenden Sie eine ganze Zahl von 0 bis 100.',
  // Szenarien.
  'Every saved scenario passes': 'Jedes gesicherte Szenario besteht',
  'A scenario is how somebody said what should happen to a deal. When it fails, either the process is broken or the expectation has become old.':
    'In einem Szenario hat jemand gesagt, was mit einem Deal geschehen soll. Scheitert es, ist der Prozess defekt oder die Erwartung veraltet.',
  'The scenario {{name}} fails. {{why}}': 'Das Szenario {{name}} scheitert. {{why}}',
  'The scenario {{name}} fails.': 'Das Szenario {{name}} scheitert.',
  'Expect the deal in {{stage}} with the last move allowed':
    'Den Deal in {{stage}} erwarten, letzter Schritt erlaubt',
  'Expect the deal in {{stage}} with the last move blocked':
    'Den Deal in {{stage}} erwarten, letzter Schritt gesperrt',
  'Expect the deal in {{stage}} with the last move pending':
    'Den Deal in {{stage}} erwarten, letzter Schritt offen',
  // Nutzung.
  'Deals of a stage that goes away have a place to go': 'Deals einer wegfallenden Phase haben einen Platz',
  'Open deals that stand in a removed stage would vanish from every board. Before the change is published somebody has to say where they go.':
    'Offene Deals in einer entfernten Phase würden von jeder Tafel verschwinden. Vor dem Veröffentlichen muss jemand sagen, wohin sie gehen.',
  '{{stage}} is removed, but {{deals}} in it. {{what}}':
    '{{stage}} ist entfernt, aber {{deals}} darin. {{what}}',
  '{{stage}} is not active any more, but {{deals}} in it. {{what}}':
    '{{stage}} ist nicht mehr aktiv, aber {{deals}} darin. {{what}}',
  '1 open deal stands': '1 offener Deal steht',
  '{{count}} open deals stand': '{{count}} offene Deals stehen',
  'A stage': 'Eine Phase',
  'Choose the stage they move to.': 'Wählen Sie die Phase, in die sie gehen.',
  'They are to move to {{stage}}, which is not active: choose another stage.':
    'Sie sollen nach {{stage}} gehen, die nicht aktiv ist: Wählen Sie eine andere Phase.',
  'Move them to {{stage}}': 'Nach {{stage}} verschieben',
  // Vom Prüfen selbst.
  'Fix all: {{title}}': 'Alle beheben: {{title}}',
  'The check {{title}} could not be done ({{reason}}). Please report this with an export of the process.':
    'Die Prüfung {{title}} war nicht möglich ({{reason}}). Bitte melden Sie das mit einem Export des Prozesses.',
  'Give a justification of at least 10 characters.': 'Geben Sie eine Begründung von mindestens 10 Zeichen.',
}
