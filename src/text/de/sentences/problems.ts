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
  // Graph.
  'Transitions go forward along the order': 'Übergänge gehen in der Reihenfolge vorwärts',
  'The order of stages is what everybody sees as progress. A transition against it either shows that the order is wrong, or is a deliberate way back, and then it is marked as rework so that reports can tell the two apart.':
    'Die Reihenfolge der Phasen ist das, was alle als Fortschritt sehen. Ein Übergang dagegen zeigt entweder, dass die Reihenfolge falsch ist, oder er ist ein gewollter Weg zurück; dann ist er als Nacharbeit gekennzeichnet, damit Berichte beides unterscheiden.',
  '{{closed}} is closed but comes before {{open}} in the order. Put the closed stages last.':
    '{{closed}} ist eine Schlussphase, steht aber in der Reihenfolge vor {{open}}. Stellen Sie die Schlussphasen ans Ende.',
  'This transition leads back from {{from}} to {{to}}. Mark it as rework, change the order of the two stages, or remove it.':
    'Dieser Übergang führt von {{from}} zurück nach {{to}}. Kennzeichnen Sie ihn als Nacharbeit, ändern Sie die Reihenfolge der beiden Phasen oder entfernen Sie ihn.',
  'Swap the order of {{one}} and {{other}}': '{{one}} und {{other}} in der Reihenfolge tauschen',
  'A deal can be lost from every open stage': 'Aus jeder offenen Phase kann ein Deal verloren gehen',
  'Customers say no at any time. Where a stage has no transition to closed lost, lost deals are left standing in it, and the stage looks healthier than it is.':
    'Kunden sagen jederzeit Nein. Hat eine Phase keinen Übergang nach Verloren, bleiben verlorene Deals in ihr stehen, und sie sieht gesünder aus, als sie ist.',
  'Connect all {{count}} stages to {{stage}}': 'Alle {{count}} Phasen mit {{stage}} verbinden',
  'A deal cannot be lost from {{stage}}. Connect it to {{target}}.':
    'Aus {{stage}} kann kein Deal verloren gehen. Verbinden Sie sie mit {{target}}.',
  'Connect {{from}} to {{to}}': '{{from}} mit {{to}} verbinden',
  'Every open stage can still be won': 'Jede offene Phase ist noch zu gewinnen',
  'From a stage without a path to closed won the deal is already lost in all but name, whatever probability the stage shows.':
    'Aus einer Phase ohne Weg nach Gewonnen ist der Deal schon verloren, es heißt nur nicht so, welche Wahrscheinlichkeit die Phase auch zeigt.',
  'No path from {{stage}} reaches closed won. Connect it to a stage that does.':
    'Kein Weg aus {{stage}} erreicht Gewonnen. Verbinden Sie sie mit einer Phase, die es tut.',
  'Transitions do not run in a circle': 'Übergänge laufen nicht im Kreis',
  'Where deals can go round without anybody calling it rework, progress cannot be measured: the same deal passes the same stage again and again. Ways back are either marked as rework or not there.':
    'Wo Deals kreisen können, ohne dass jemand es Nacharbeit nennt, ist Fortschritt nicht messbar: Derselbe Deal kommt immer wieder durch dieselbe Phase. Wege zurück sind als Nacharbeit gekennzeichnet, oder es gibt sie nicht.',
  '{{transition}} closes a circle, so deals can go round for ever. Mark it as rework or remove it.':
    '{{transition}} schließt einen Kreis, sodass Deals für immer kreisen können. Kennzeichnen Sie ihn als Nacharbeit oder entfernen Sie ihn.',
  'Both ends of a transition exist': 'Beide Enden eines Übergangs gibt es',
  'A transition that names a stage which is not there can neither be drawn nor taken. It comes from files and interfaces that were edited elsewhere.':
    'Ein Übergang zu einer Phase, die es nicht gibt, lässt sich weder zeichnen noch gehen. Er stammt aus Dateien und Schnittstellen, die anderswo bearbeitet wurden.',
  'This transition connects two stages that do not exist. Remove it.':
    'Dieser Übergang verbindet zwei Phasen, die es nicht gibt. Entfernen Sie ihn.',
  'A transition from {{stage}} leads to a stage that does not exist. Remove it.':
    'Ein Übergang aus {{stage}} führt zu einer Phase, die es nicht gibt. Entfernen Sie ihn.',
  'A transition from any open stage leads to a stage that does not exist. Remove it.':
    'Ein Übergang aus jeder offenen Phase führt zu einer Phase, die es nicht gibt. Entfernen Sie ihn.',
  'A transition to {{stage}} starts in a stage that does not exist. Remove it.':
    'Ein Übergang nach {{stage}} beginnt in einer Phase, die es nicht gibt. Entfernen Sie ihn.',
  'Every open stage leads to a close': 'Jede offene Phase führt zu einem Abschluss',
  'A deal in a stage without a path to a closed stage can never be won or lost. It stays in the pipeline for ever and spoils every forecast.':
    'Ein Deal in einer Phase ohne Weg zu einer Schlussphase kann nie gewonnen oder verloren werden. Er bleibt für immer in der Pipeline und verdirbt jede Prognose.',
  'No deal can ever close, because there is no active closed stage. Add closed won and closed lost.':
    'Kein Deal kann je abschließen, denn es gibt keine aktive Schlussphase. Fügen Sie Gewonnen und Verloren hinzu.',
  'Add closed won': 'Gewonnen hinzufügen',
  'Add closed lost': 'Verloren hinzufügen',
  '{{stage}} has no way out. Connect it to the next stage or to closed lost.':
    'Aus {{stage}} führt kein Weg. Verbinden Sie sie mit der nächsten Phase oder mit Verloren.',
  'No path from {{stage}} reaches a closed stage. Connect it to the next stage or to closed lost.':
    'Kein Weg aus {{stage}} erreicht eine Schlussphase. Verbinden Sie sie mit der nächsten Phase oder mit Verloren.',
  'Two stages are connected once': 'Zwei Phasen sind einmal verbunden',
  'With two transitions between the same stages people do not know which one to take, and their conditions can contradict each other. One transition can carry all conditions.':
    'Bei zwei Übergängen zwischen denselben Phasen weiß niemand, welchen er nehmen soll, und ihre Bedingungen können sich widersprechen. Ein Übergang kann alle Bedingungen tragen.',
  'There is another transition from {{from}} to {{to}}. Remove one of them.':
    'Es gibt noch einen Übergang von {{from}} nach {{to}}. Entfernen Sie einen der beiden.',
  'There is another transition from any open stage to {{to}}. Remove one of them.':
    'Es gibt noch einen Übergang aus jeder offenen Phase nach {{to}}. Entfernen Sie einen der beiden.',
  'Remove the transition': 'Den Übergang entfernen',
  'Transitions connect active stages only': 'Übergänge verbinden nur aktive Phasen',
  'A transition from or to a stage that is switched off cannot be taken. It is left over, or the stage was switched off by mistake.':
    'Ein Übergang von oder zu einer ausgeschalteten Phase lässt sich nicht gehen. Er ist übrig geblieben, oder die Phase wurde versehentlich ausgeschaltet.',
  '{{transition}} touches {{names}}, which is not active. Remove the transition or reactivate.':
    '{{transition}} berührt {{names}}, die nicht aktiv ist. Entfernen Sie den Übergang oder aktivieren Sie sie wieder.',
  '{{transition}} touches {{names}}, which are not active. Remove the transition or reactivate.':
    '{{transition}} berührt {{names}}, die nicht aktiv sind. Entfernen Sie den Übergang oder aktivieren Sie sie wieder.',
  '{{one}} and {{other}}': '{{one}} und {{other}}',
  'Reactivate {{names}}': '{{names}} wieder aktivieren',
  'Nothing leaves a closed stage': 'Nichts verlässt eine Schlussphase',
  'A closed deal is settled: revenue is booked, commission is paid. Opening it again silently changes numbers that others have already reported.':
    'Ein abgeschlossener Deal ist erledigt: Umsatz ist gebucht, Provision gezahlt. Ihn wieder zu öffnen ändert stillschweigend Zahlen, die andere schon gemeldet haben.',
  'This transition leaves {{stage}}, which is closed. Remove it.':
    'Dieser Übergang verlässt {{stage}}, eine Schlussphase. Entfernen Sie ihn.',
  'Deals begin in one stage only': 'Deals beginnen in nur einer Phase',
  'Where several stages are marked as entry, deals start in the first of them by order and the other marks mean nothing. Reports on how deals enter the pipeline become hard to read.':
    'Sind mehrere Phasen als Eingang gekennzeichnet, beginnen Deals in der ersten der Reihenfolge, und die anderen Kennzeichen bedeuten nichts. Berichte darüber, wie Deals in die Pipeline kommen, werden schwer lesbar.',
  'Start in {{stage}} only': 'Nur in {{stage}} beginnen',
  '{{stage}} is marked as the entry beside {{other}}. Keep one entry.':
    '{{stage}} ist neben {{other}} als Eingang gekennzeichnet. Behalten Sie einen Eingang.',
  'The process has a stage where deals begin': 'Der Prozess hat eine Phase, in der Deals beginnen',
  'A new deal has to start somewhere. It starts in the stage marked as entry, else in the first open stage by order; without an active open stage nobody can create a deal.':
    'Ein neuer Deal muss irgendwo beginnen: in der als Eingang gekennzeichneten Phase, sonst in der ersten offenen der Reihenfolge. Ohne aktive offene Phase kann niemand einen Deal anlegen.',
  'There is no active open stage for deals to start in. Add one.':
    'Es gibt keine aktive offene Phase, in der Deals beginnen. Fügen Sie eine hinzu.',
  '{{stage}} is closed, so deals cannot start in it. Mark an open stage as the entry.':
    '{{stage}} ist eine Schlussphase, also können Deals nicht in ihr beginnen. Kennzeichnen Sie eine offene Phase als Eingang.',
  'Start in {{stage}}': 'In {{stage}} beginnen',
  'No longer mark it as the entry': 'Nicht mehr als Eingang kennzeichnen',
  'Add an open stage': 'Offene Phase hinzufügen',
  'Ways back exist only where the policy allows them':
    'Wege zurück gibt es nur, wo der Grundsatz sie erlaubt',
  'Whether deals may go back is a decision about the whole process. A single transition must not decide it by the way.':
    'Ob Deals zurückgehen dürfen, ist eine Entscheidung über den ganzen Prozess. Ein einzelner Übergang darf sie nicht nebenbei treffen.',
  '{{transition}} is a way back, but this process does not allow rework. Allow it or remove the transition.':
    '{{transition}} ist ein Weg zurück, aber dieser Prozess erlaubt keine Nacharbeit. Erlauben Sie sie oder entfernen Sie den Übergang.',
  'Allow rework in this process': 'Nacharbeit in diesem Prozess erlauben',
  'Allow rework and mark this transition as such': 'Nacharbeit erlauben und diesen Übergang so kennzeichnen',
  'Mark as rework': 'Als Nacharbeit kennzeichnen',
  'No transition leads back to its own stage': 'Kein Übergang führt in seine eigene Phase zurück',
  'A move from a stage to itself changes nothing, but counts as a move in every report and resets the days in the stage.':
    'Ein Schritt von einer Phase zu ihr selbst ändert nichts, zählt aber in jedem Bericht als Schritt und setzt die Tage in der Phase zurück.',
  'This transition leads from {{stage}} to itself. Remove it.':
    'Dieser Übergang führt von {{stage}} zu ihr selbst. Entfernen Sie ihn.',
  'Every stage can be reached from the entry': 'Jede Phase ist vom Eingang aus erreichbar',
  'A stage that no path leads to never sees a deal. It fills pick lists and reports with a step that nobody can take, and rules on it are never applied.':
    'Eine Phase, zu der kein Weg führt, sieht nie einen Deal. Sie füllt Auswahllisten und Berichte mit einem Schritt, den niemand gehen kann, und ihre Regeln gelten nie.',
  'No path leads from {{entry}} to {{stage}}. Connect it from an earlier stage or deactivate it.':
    'Von {{entry}} führt kein Weg nach {{stage}}. Verbinden Sie sie von einer früheren Phase aus oder deaktivieren Sie sie.',
  'Deactivate {{stage}}': '{{stage}} deaktivieren',
  'Renumber the stages': 'Phasen neu nummerieren',
  'Put the closed stages last': 'Schlussphasen ans Ende stellen',
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
  // Regeln.
  'Every rule asks for something': 'Jede Regel verlangt etwas',
  'A rule that holds whatever the deal looks like checks nothing, but reads as if it did.':
    'Eine Regel, die immer gilt, prüft nichts, liest sich aber so, als täte sie es.',
  '{{rule}} of {{owner}} always holds, so it checks nothing. Change the values or remove it.':
    '{{rule}} von {{owner}} gilt immer und prüft daher nichts. Ändern Sie die Werte oder entfernen Sie sie.',
  'Automatic transitions of a stage have an order': 'Automatische Übergänge einer Phase haben eine Rangfolge',
  'Where two automatic transitions can fire at the same moment with the same priority, chance decides where a deal goes.':
    'Können zwei automatische Übergänge mit gleichem Rang im selben Augenblick auslösen, entscheidet der Zufall, wohin ein Deal geht.',
  '{{second}} and {{first}} can both fire in {{stage}} with priority {{priority}}. Give them different priorities.':
    '{{second}} und {{first}} können beide in {{stage}} mit Rang {{priority}} auslösen. Geben Sie ihnen verschiedene Ränge.',
  'Try {{transition}} first': '{{transition}} zuerst versuchen',
  'An automatic transition waits for something': 'Ein automatischer Übergang wartet auf etwas',
  'Without a condition or a number of days an automatic transition fires at once: no deal ever stays in the stage it leaves.':
    'Ohne Bedingung oder Zahl von Tagen löst ein automatischer Übergang sofort aus: Kein Deal bleibt je in der Phase, die er verlässt.',
  '{{transition}} is automatic but has no condition, so it fires at once. Add a condition or make it manual.':
    '{{transition}} ist automatisch, hat aber keine Bedingung und löst daher sofort aus. Geben Sie ihm eine Bedingung oder machen Sie ihn manuell.',
  'Make it manual': 'Manuell machen',
  'Every rule can be read': 'Jede Regel ist lesbar',
  'A rule that cannot be read can neither be checked nor explained. It would block every deal, or none.':
    'Eine unlesbare Regel lässt sich weder prüfen noch erklären. Sie würde jeden Deal sperren oder keinen.',
  '{{rule}} of {{owner}} cannot be read. {{why}}': '{{rule}} von {{owner}} ist nicht lesbar. {{why}}',
  'Every check says what to do': 'Jede Prüfung sagt, was zu tun ist',
  'When a rule blocks a deal, its message is all that the person sees. Without one they only know that it does not work.':
    'Sperrt eine Regel einen Deal, ist ihre Meldung alles, was man sieht. Ohne sie weiß man nur, dass es nicht geht.',
  '{{rule}} of {{owner}} has no message. Say what a person has to do when it does not hold.':
    '{{rule}} von {{owner}} hat keine Meldung. Sagen Sie, was zu tun ist, wenn sie nicht gilt.',
  'Every rule can hold': 'Jede Regel kann gelten',
  'A rule that asks for two things at once which exclude each other blocks every deal, and nobody can do anything about it.':
    'Eine Regel, die zwei Dinge verlangt, die sich ausschließen, sperrt jeden Deal, und niemand kann etwas daran ändern.',
  '{{rule}} of {{owner}} can never hold: what it asks for excludes itself. Change the values.':
    '{{rule}} von {{owner}} kann nie gelten: Was sie verlangt, schließt sich aus. Ändern Sie die Werte.',
  '{{rule}} of {{owner}} never applies: its condition excludes itself. Change the values.':
    '{{rule}} von {{owner}} greift nie: Ihre Bedingung schließt sich selbst aus. Ändern Sie die Werte.',
  '{{rules}} of {{owner}} exclude each other, so they can never all hold. Change the values.':
    '{{rules}} von {{owner}} schließen einander aus und können nie alle gelten. Ändern Sie die Werte.',
  'The conditions': 'Die Bedingungen',
  'The validation rules': 'Die Prüfregeln',
  'The entry rules': 'Die Eingangsregeln',
  'The exit rules': 'Die Ausgangsregeln',
  'Rules compare like with like': 'Regeln vergleichen Gleiches mit Gleichem',
  'A number compared with a word, or a choice with an option that does not exist, gives the same answer for every deal, whatever the field holds.':
    'Eine Zahl mit einem Wort verglichen oder eine Auswahl mit einer Option, die es nicht gibt, ergibt für jeden Deal dieselbe Antwort, was auch im Feld steht.',
  'In {{rule}} of {{owner}} {{wrong}}. Correct the comparison or remove the rule.':
    'In {{rule}} von {{owner}}: {{wrong}}. Berichtigen Sie den Vergleich oder entfernen Sie die Regel.',
  'In {{rule}} of {{from}} → {{to}} {{wrong}}. Correct the comparison or remove the rule.':
    'In {{rule}} von {{from}} → {{to}}: {{wrong}}. Berichtigen Sie den Vergleich oder entfernen Sie die Regel.',
  '{{what}} is {{kind}}, but {{value}} is {{other}}': '{{what}} ist {{kind}}, aber {{value}} ist {{other}}',
  '{{what}} is {{kind}}, but only numbers and dates can be compared by size':
    '{{what}} ist {{kind}}, aber nur Zahlen und Daten lassen sich der Größe nach vergleichen',
  '{{what}} is a list, so use {{some}} or {{all}} to look into it':
    '{{what}} ist eine Liste; mit {{some}} oder {{all}} sehen Sie hinein',
  '{{what}} is {{kind}}, so nothing can be in it': '{{what}} ist {{kind}}, also kann nichts darin sein',
  '{{what}} is {{kind}} and cannot be in {{list}}': '{{what}} ist {{kind}} und kann nicht in {{list}} sein',
  '{{what}} is {{kind}}, but {{wanted}} is needed': '{{what}} ist {{kind}}, gebraucht wird aber {{wanted}}',
  '{{what}} is a date, but {{value}} is not a date such as 2026-01-31':
    '{{what}} ist ein Datum, aber {{value}} ist keines wie 2026-01-31',
  '{{field}} has no option {{option}}': '{{field}} hat keine Option {{option}}',
  'a number': 'eine Zahl',
  'a date': 'ein Datum',
  'a text': 'ein Text',
  text: 'Text',
  'yes or no': 'ja oder nein',
  'a list': 'eine Liste',
  'something unknown': 'etwas Unbekanntes',
  'the item': 'der Eintrag',
  'the calculated value': 'der berechnete Wert',
  'Rules name fields that exist': 'Regeln nennen Felder, die es gibt',
  'A field that the CRM does not have is always empty, so the rule blocks everyone or means nothing.':
    'Ein Feld, das das CRM nicht hat, ist immer leer; die Regel sperrt also alle oder bedeutet nichts.',
  '{{rule}} of {{owner}} names the field {{field}}, which does not exist. Pick another field or remove the rule.':
    '{{rule}} von {{owner}} nennt das Feld {{field}}, das es nicht gibt. Wählen Sie ein anderes Feld oder entfernen Sie die Regel.',
  'Remove the rule': 'Die Regel entfernen',
  'Remove all {{count}} such rules here': 'Alle {{count}} solchen Regeln hier entfernen',
  'Required fields exist': 'Pflichtfelder gibt es',
  'Nobody can fill a field that the CRM does not have, so no deal would ever get into the stage.':
    'Niemand kann ein Feld ausfüllen, das das CRM nicht hat; kein Deal käme je in die Phase.',
  '{{stage}} requires the field {{field}}, which does not exist. Pick another field or remove it.':
    '{{stage}} verlangt das Feld {{field}}, das es nicht gibt. Wählen Sie ein anderes Feld oder entfernen Sie es.',
  'Remove {{name}}': '{{name}} entfernen',
  'Remove all {{count}} unknown fields': 'Alle {{count}} unbekannten Felder entfernen',
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
  // Phasen.
  'There is one closed lost stage': 'Es gibt eine Phase Verloren',
  'Lost deals need a place to go, and reports on losses read that one place. A company that has several such stages on purpose says so in the policies.':
    'Verlorene Deals brauchen einen Platz, und Berichte über Verluste lesen diesen einen. Ein Unternehmen, das absichtlich mehrere hat, sagt es in den Grundsätzen.',
  'There is one closed won stage': 'Es gibt eine Phase Gewonnen',
  'Win rate, revenue and commission all ask one question: is the deal in closed won? A company that has several such stages on purpose says so in the policies.':
    'Gewinnquote, Umsatz und Provision stellen alle eine Frage: Ist der Deal in Gewonnen? Ein Unternehmen, das absichtlich mehrere hat, sagt es in den Grundsätzen.',
  'There is no active closed won stage. Add one.':
    'Es gibt keine aktive Phase Gewonnen. Fügen Sie eine hinzu.',
  'There is no active closed lost stage. Add one.':
    'Es gibt keine aktive Phase Verloren. Fügen Sie eine hinzu.',
  '{{stage}} is a closed won stage beside {{other}}. Keep one, or allow several in the policies.':
    '{{stage}} ist neben {{other}} eine Phase Gewonnen. Behalten Sie eine, oder erlauben Sie mehrere in den Grundsätzen.',
  '{{stage}} is a closed lost stage beside {{other}}. Keep one, or allow several in the policies.':
    '{{stage}} ist neben {{other}} eine Phase Verloren. Behalten Sie eine, oder erlauben Sie mehrere in den Grundsätzen.',
  'Keep {{stage}} and deactivate the other': '{{stage}} behalten und die andere deaktivieren',
  'Keep {{stage}} and deactivate the others': '{{stage}} behalten und die anderen deaktivieren',
  'Allow several closed stages in this process': 'Mehrere Schlussphasen in diesem Prozess erlauben',
  'A closed stage is either won or lost': 'Eine Schlussphase ist gewonnen oder verloren',
  'A deal that counts as won and as lost at once makes every total wrong.':
    'Ein Deal, der zugleich als gewonnen und verloren zählt, macht jede Summe falsch.',
  'Keep closed won': 'Gewonnen behalten',
  'Keep closed lost': 'Verloren behalten',
  '{{stage}} is marked as closed won and as closed lost. Keep one of the two.':
    '{{stage}} ist als gewonnen und als verloren gekennzeichnet. Behalten Sie eines von beiden.',
  'Codes are made of letters, digits and underscores':
    'Codes bestehen aus Buchstaben, Ziffern und Unterstrichen',
  'A code ends up in addresses, files and column names. Spaces and special characters break there, sometimes silently.':
    'Ein Code landet in Adressen, Dateien und Spaltennamen. Leerzeichen und Sonderzeichen brechen dort, manchmal unbemerkt.',
  'The code {{code}} of {{stage}} has characters that a code cannot have. Use letters, digits and underscores.':
    'Der Code {{code}} von {{stage}} hat Zeichen, die ein Code nicht haben kann. Verwenden Sie Buchstaben, Ziffern und Unterstriche.',
  'Use the code {{code}}': 'Den Code {{code}} verwenden',
  'Every stage has a code': 'Jede Phase hat einen Code',
  'Interfaces, files and reports name stages by their code, so that renaming a stage breaks nothing.':
    'Schnittstellen, Dateien und Berichte nennen Phasen bei ihrem Code, damit Umbenennen nichts zerbricht.',
  '{{stage}} has no code. Give it one.': '{{stage}} hat keinen Code. Geben Sie ihr einen.',
  'No two stages share a code': 'Keine zwei Phasen teilen einen Code',
  'With one code for two stages an interface moves deals into the wrong one.':
    'Bei einem Code für zwei Phasen bewegt eine Schnittstelle Deals in die falsche.',
  '{{stage}} and {{other}} have the same code {{code}}. Change one of them.':
    '{{stage}} und {{other}} haben denselben Code {{code}}. Ändern Sie einen der beiden.',
  'Every stage says what it means': 'Jede Phase sagt, was sie bedeutet',
  'A sentence about when a deal belongs here is what makes ten people use a stage in the same way.':
    'Ein Satz darüber, wann ein Deal hierher gehört, lässt zehn Menschen eine Phase gleich verwenden.',
  'Describe when a deal is in {{stage}}.': 'Beschreiben Sie, wann ein Deal in {{stage}} ist.',
  'Every stage has a name': 'Jede Phase hat einen Namen',
  'People choose the stage of a deal by its name. Without one nobody knows what the step is.':
    'Die Phase eines Deals wählt man nach dem Namen. Ohne ihn weiß niemand, was der Schritt ist.',
  'Give {{stage}} a name.': 'Geben Sie {{stage}} einen Namen.',
  'Name it {{name}}': '{{name}} nennen',
  'No two active stages share a name': 'Keine zwei aktiven Phasen teilen einen Namen',
  'Two stages with one name look the same in every list. People pick the wrong one and never notice.':
    'Zwei Phasen mit einem Namen sehen in jeder Liste gleich aus. Man wählt die falsche und merkt es nie.',
  'Another stage is called {{stage}} as well. Rename one of them.':
    'Noch eine Phase heißt {{stage}}. Benennen Sie eine der beiden um.',
  'Stages are numbered without gaps': 'Phasen sind lückenlos nummeriert',
  'Orders run from 1 to the number of stages, so that “stage 3 of 7” is true everywhere it is said.':
    'Die Reihenfolge läuft von 1 bis zur Zahl der Phasen, damit „Phase 3 von 7“ überall stimmt.',
  '{{stage}} has place {{place}}, but {{expected}} comes next. Renumber the stages.':
    '{{stage}} hat Platz {{place}}, an der Reihe ist aber {{expected}}. Nummerieren Sie die Phasen neu.',
  'No two stages share a place in the order': 'Keine zwei Phasen teilen einen Platz in der Reihenfolge',
  'With the same place twice every list shows the stages in a different order, and progress means nothing.':
    'Mit demselben Platz zweimal zeigt jede Liste die Phasen anders, und Fortschritt bedeutet nichts.',
  '{{stage}} and {{other}} both have place {{place}}. Renumber the stages.':
    '{{stage}} und {{other}} haben beide Platz {{place}}. Nummerieren Sie die Phasen neu.',
  'A process has at least two active stages': 'Ein Prozess hat mindestens zwei aktive Phasen',
  'With fewer than two stages there is nothing to move a deal through.':
    'Mit weniger als zwei Phasen gibt es nichts, wodurch sich ein Deal bewegt.',
  'Add closed won and closed lost': 'Gewonnen und Verloren hinzufügen',
  'The process has no active stage. It needs at least two.':
    'Der Prozess hat keine aktive Phase. Er braucht mindestens zwei.',
  'The process has 1 active stage. It needs at least two.':
    'Der Prozess hat eine aktive Phase. Er braucht mindestens zwei.',
  'At most {{count}} open stages': 'Höchstens {{count}} offene Phasen',
  'The more stages there are, the less people agree on which one a deal is in. Most teams work well with five to eight.':
    'Je mehr Phasen es gibt, desto weniger ist man sich einig, in welcher ein Deal ist. Die meisten Teams arbeiten gut mit fünf bis acht.',
  'The process has {{count}} open stages. Merge some: more than {{most}} are hard to tell apart.':
    'Der Prozess hat {{count}} offene Phasen. Legen Sie einige zusammen: Mehr als {{most}} sind schwer zu unterscheiden.',
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
