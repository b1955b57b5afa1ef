/** Was der Linter über die Wege durch einen Prozess sagt. */
import type { SentenceBook } from '../../sentences.ts'

export const problemsOfGraph: SentenceBook = {
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
}
