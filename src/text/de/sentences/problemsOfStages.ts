/** Was der Linter über einzelne Phasen sagt. */
import type { SentenceBook } from '../../sentences.ts'

export const problemsOfStages: SentenceBook = {
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
}
