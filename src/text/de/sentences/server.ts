/** Was der Server und das Gerät melden, soweit es Menschen lesen. */
import type { SentenceBook } from '../../sentences.ts'

export const server: SentenceBook = {
  'Erased person': 'Gelöschte Person',
  '[erased: the person has left]': '[gelöscht: Die Person ist gegangen]',
  'There is no session here. Sign in.': 'Hier ist keine Sitzung. Melden Sie sich an.',
  'Sign-in works only from the pages of this site.':
    'Die Anmeldung geht nur von den Seiten dieser Website aus.',
  'E-mail address or password is not right.': 'E-Mail-Adresse oder Passwort stimmt nicht.',
  'This session has ended: sign in again.': 'Diese Sitzung ist beendet: Melden Sie sich wieder an.',
  'Too many people sign in at this moment: try again in a few seconds.':
    'Gerade melden sich zu viele an: Versuchen Sie es in einigen Sekunden erneut.',
  'Too many requests: try again in {{seconds}} seconds.':
    'Zu viele Anfragen: Versuchen Sie es in {{seconds}} Sekunden erneut.',
  'Nobody changes their own role or shuts themselves out: ask another administrator.':
    'Niemand ändert die eigene Rolle oder sperrt sich selbst aus: Bitten Sie jemand anderen mit der Rolle Administration.',
  'Nobody resets their own second factor: switch it off in your account, or ask another administrator.':
    'Niemand setzt den eigenen zweiten Faktor zurück: Schalten Sie ihn in Ihrem Konto aus, oder bitten Sie jemand anderen mit der Rolle Administration.',
  'This account is not this company’s alone: whoever runs the installation resets its second factor.':
    'Dieses Konto gehört nicht diesem Unternehmen allein: Seinen zweiten Faktor setzt zurück, wer die Installation betreibt.',
  'There is no member with a second factor {{id}}.':
    'Ein Mitglied {{id}} mit einem zweiten Faktor gibt es nicht.',
  'No mail leaves this installation: ask your administrator for help.':
    'Aus dieser Installation gehen keine E-Mails hinaus: Bitten Sie Ihre Administration um Hilfe.',
  'This link is over or was used already: ask for another one.':
    'Dieser Link ist abgelaufen oder wurde schon benutzt: Fordern Sie einen anderen an.',
  'Somebody has just taken this role from you.': 'Jemand hat Ihnen diese Rolle gerade entzogen.',
  'This is not your present password.': 'Das ist nicht Ihr jetziges Passwort.',
  'This is your present password.': 'Das ist Ihr jetziges Passwort.',
  'Enter the code of your second factor.': 'Geben Sie den Code Ihres zweiten Faktors ein.',
  'Your company asks for your second factor before this change: enter a code, then try again.':
    'Ihr Unternehmen verlangt vor dieser Änderung Ihren zweiten Faktor: Geben Sie einen Code ein, und versuchen Sie es dann erneut.',
  'Your company asks for a second factor before this change: set one up in your account, then try again.':
    'Ihr Unternehmen verlangt vor dieser Änderung einen zweiten Faktor: Richten Sie in Ihrem Konto einen ein, und versuchen Sie es dann erneut.',
  'This person is a member already.': 'Diese Person ist schon Mitglied.',
  'This person is a member who was shut out: let them in again instead.':
    'Diese Person ist ein gesperrtes Mitglied: Lassen Sie sie stattdessen wieder zu.',
  'This person is invited already: make a new link instead.':
    'Diese Person ist schon eingeladen: Machen Sie stattdessen einen neuen Link.',
  'There are {{most}} invitations already: withdraw some first.':
    'Es gibt schon {{most}} Einladungen: Ziehen Sie zuerst einige zurück.',
  'This invitation is over, was withdrawn, or was accepted already: ask for a new link.':
    'Diese Einladung ist abgelaufen, zurückgezogen oder schon angenommen: Bitten Sie um einen neuen Link.',
  'This invitation was accepted already: ask for a new link.':
    'Diese Einladung ist schon angenommen: Bitten Sie um einen neuen Link.',
  'Enter your name.': 'Geben Sie Ihren Namen ein.',
  'Enter an e-mail address with an @, like name@example.com.':
    'Geben Sie eine E-Mail-Adresse mit @ ein, zum Beispiel name@example.com.',
  'Enter the code.': 'Geben Sie den Code ein.',
  'This code is not right, or it was used already: enter the one that is shown now.':
    'Dieser Code stimmt nicht oder wurde schon benutzt: Geben Sie den ein, der jetzt angezeigt wird.',
  'Too many wrong codes: try again in {{seconds}} seconds.':
    'Zu viele falsche Codes: Versuchen Sie es in {{seconds}} Sekunden erneut.',
  'You have no second factor.': 'Sie haben keinen zweiten Faktor.',
  'Begin with the secret: it was not set up yet.':
    'Beginnen Sie mit dem Schlüssel: Er ist noch nicht eingerichtet.',
  'Your second factor is on already: switch it off first.':
    'Ihr zweiter Faktor ist schon eingeschaltet: Schalten Sie ihn zuerst aus.',
  'A password has at least {{least}} characters.': 'Ein Passwort hat mindestens {{least}} Zeichen.',
  'A password has at most {{most}} characters.': 'Ein Passwort hat höchstens {{most}} Zeichen.',
  'Choose a password that is not your e-mail address.':
    'Wählen Sie ein Passwort, das nicht Ihre E-Mail-Adresse ist.',
  'This password is among those that are guessed first: choose another one.':
    'Dieses Passwort gehört zu denen, die zuerst geraten werden: Wählen Sie ein anderes.',
  'Too many failed sign-ins: try again in {{seconds}} seconds.':
    'Zu viele fehlgeschlagene Anmeldungen: Versuchen Sie es in {{seconds}} Sekunden erneut.',
  'The default process cannot be deleted: make another one the default first.':
    'Der Standardprozess kann nicht gelöscht werden: Machen Sie zuerst einen anderen zum Standard.',
  'A company has one default process: make another one the default instead.':
    'Ein Unternehmen hat einen Standardprozess: Machen Sie stattdessen einen anderen zum Standard.',
  'The database does not answer yet.': 'Die Datenbank antwortet noch nicht.',
  'The database does not answer at this moment: try again in a few seconds.':
    'Die Datenbank antwortet gerade nicht: Versuchen Sie es in einigen Sekunden noch einmal.',
  'The database has no room left, and nothing was saved. Whoever runs the server has to make some.':
    'Die Datenbank hat keinen Platz mehr, und nichts wurde gespeichert. Wer den Server betreibt, muss welchen schaffen.',
  'The server has more to do than it can at this moment: try again in a few seconds.':
    'Der Server hat gerade mehr zu tun, als er schafft: Versuchen Sie es in einigen Sekunden erneut.',
  'A process needs at least two stages: disable a stage instead of deleting it.':
    'Ein Prozess braucht mindestens zwei Phasen: Deaktivieren Sie eine, statt sie zu löschen.',
  'Open deals stand in {{stages}}: say where they go, or disable the stage instead of removing it.':
    'In {{stages}} stehen offene Deals: Sagen Sie, wohin sie gehen, oder deaktivieren Sie die Phase, statt sie zu entfernen.',
  'Somebody else has changed this since you read it: look at it again, then repeat your change.':
    'Jemand anders hat dies geändert, seit Sie es gelesen haben: Sehen Sie es erneut an und wiederholen Sie Ihre Änderung.',
  'This is used by one place that is hidden from you: ask somebody who sees it.':
    'Das wird an einer Stelle verwendet, die Ihnen verborgen ist: Bitten Sie jemanden, der sie sieht.',
  'This is used by {{count}} places, some of them hidden from you: ask somebody who sees them.':
    'Das wird an {{count}} Stellen verwendet, von denen Ihnen einige verborgen sind: Bitten Sie jemanden, der sie sieht.',
  '{{field}} is hidden from you, so you cannot change it: leave it out, or send it back as you read it.':
    '{{field}} ist Ihnen verborgen, deshalb können Sie es nicht ändern: Lassen Sie es weg, oder senden Sie es zurück, wie Sie es gelesen haben.',
  '{{field}} is hidden from you, so you cannot filter by it.':
    '{{field}} ist Ihnen verborgen, deshalb können Sie nicht danach filtern.',
  '{{field}} is hidden from you, so you cannot replace opportunities: ask somebody who sees them whole.':
    '{{field}} ist Ihnen verborgen, deshalb können Sie keine Opportunities ersetzen: Bitten Sie jemanden, der sie ganz sieht.',
  'Some of the trail is hidden from you, so you cannot take it away as it was hashed: ask somebody who sees all of it.':
    'Einiges im Protokoll ist Ihnen verborgen, deshalb können Sie es nicht so mitnehmen, wie es geprüft wird: Bitten Sie jemanden, der alles sieht.',
  '{{field}} is not valid: Nothing is hidden here that could stay as it is: leave the field out, or say a value.':
    '{{field}} ist nicht gültig: Hier ist nichts verborgen, das so bleiben könnte: Lassen Sie das Feld weg, oder nennen Sie einen Wert.',
  'Something that is hidden from you is not right here: ask somebody who sees it.':
    'Hier stimmt etwas nicht, das Ihnen verborgen ist: Bitten Sie jemanden, der es sieht.',
  'This is used by one place: {{places}}. Take it out there first, or deactivate it.':
    'Das wird an einer Stelle verwendet: {{places}}. Nehmen Sie es dort zuerst heraus, oder deaktivieren Sie es.',
  'This is used by {{count}} places: {{places}}. Take it out there first, or deactivate it.':
    'Das wird an {{count}} Stellen verwendet: {{places}}. Nehmen Sie es dort zuerst heraus, oder deaktivieren Sie es.',
  'Somebody else changed this in the meantime: read it again, merge and send it once more.':
    'Jemand anders hat dies inzwischen geändert: Lesen Sie es erneut, führen Sie zusammen und senden Sie es noch einmal.',
  'Something went wrong on the server. It was reported as {{id}}.':
    'Auf dem Server ist etwas schiefgegangen. Es wurde als {{id}} gemeldet.',
  'The server answered {{status}} without an explanation.':
    'Der Server antwortete {{status}} ohne Erklärung.',
  'The server did not answer in time.': 'Der Server hat nicht rechtzeitig geantwortet.',
  'The request was cancelled.': 'Die Anfrage wurde abgebrochen.',
  'The server cannot be reached.': 'Der Server ist nicht erreichbar.',
  'A newer version of Stagecraft is open in another tab. Nothing is written from here any more: reload this page.':
    'In einem anderen Tab ist eine neuere Version von Stagecraft offen. Von hier wird nichts mehr geschrieben: Laden Sie diese Seite neu.',
  'Somebody signed out in another tab, which removed the drafts from this device. Reload this page.':
    'In einem anderen Tab hat sich jemand abgemeldet; die Entwürfe sind von diesem Gerät entfernt. Laden Sie diese Seite neu.',
  'Another tab took this draft over. The last change here was not kept.':
    'Ein anderer Tab hat diesen Entwurf übernommen. Die letzte Änderung hier wurde nicht aufbewahrt.',
  'An earlier change is not on this device yet.': 'Eine frühere Änderung ist noch nicht auf diesem Gerät.',
  'This draft is no longer on this device. Reload the page to see what is there.':
    'Dieser Entwurf ist nicht mehr auf diesem Gerät. Laden Sie die Seite neu, um zu sehen, was da ist.',
  'You cannot erase yourself: another administrator has to do it.':
    'Sie können sich nicht selbst löschen: Das muss jemand anders mit Administratorrechten tun.',
  'Somebody published another revision in the meantime. Look at it, take this back, and ask again if it still holds.':
    'Inzwischen hat jemand eine andere Revision veröffentlicht. Sehen Sie sie an, nehmen Sie dies zurück und bitten Sie erneut darum, wenn es noch gilt.',
  'Somebody else changed the same things. Choose what holds.':
    'Jemand anders hat dasselbe geändert. Wählen Sie, was gilt.',
  'This conflict has been settled already, perhaps in another tab.':
    'Dieser Konflikt ist schon gelöst, vielleicht in einem anderen Tab.',
  'In this company every change of a process needs a second person: request a review instead.':
    'In diesem Unternehmen braucht jede Änderung eines Prozesses eine zweite Person: Bitten Sie stattdessen um eine Prüfung.',
  'In this company nobody approves what they asked for themselves: somebody else has to.':
    'In diesem Unternehmen genehmigt niemand die eigene Anfrage: Das muss jemand anders tun.',
  'Another revision was published since: the author has to renew the request first.':
    'Inzwischen wurde eine andere Revision veröffentlicht: Wer angefragt hat, muss die Anfrage zuerst erneuern.',
  'The request was renewed since you read it: look at it again.':
    'Die Anfrage wurde erneuert, seit Sie sie gelesen haben: Sehen Sie sie noch einmal an.',
  'The process was deleted meanwhile.': 'Der Prozess wurde inzwischen gelöscht.',
  'Nothing differs from what is published already.':
    'Nichts unterscheidet sich von dem, was schon veröffentlicht ist.',
  'Whoever agreed to it may not do so any more: somebody else has to approve it.':
    'Wer zugestimmt hat, darf das nicht mehr: Jemand anders muss es genehmigen.',
  'This moment is over: choose one to come.': 'Dieser Zeitpunkt ist vorbei: Wählen Sie einen kommenden.',
  'This request has 500 comments: that is enough.': 'Diese Anfrage hat 500 Kommentare: Das ist genug.',
  'Only who made a request renews it.': 'Nur wer angefragt hat, erneuert die Anfrage.',
  'Only who made a request takes it back.': 'Nur wer angefragt hat, zieht die Anfrage zurück.',
  'This request waits for a decision.': 'Diese Anfrage wartet auf eine Entscheidung.',
  'This request was approved and waits for its time.':
    'Diese Anfrage ist genehmigt und wartet auf ihre Zeit.',
  'This request could not be published: its author has to renew it.':
    'Diese Anfrage konnte nicht veröffentlicht werden: Wer angefragt hat, muss sie erneuern.',
  'This request was declined.': 'Diese Anfrage wurde abgelehnt.',
  'This request was published.': 'Diese Anfrage wurde veröffentlicht.',
  'This request was withdrawn.': 'Diese Anfrage wurde zurückgezogen.',
  'Say why.': 'Sagen Sie, warum.',
  'Write something.': 'Schreiben Sie etwas.',
  'The quote that begins in line {{line}} does not end.':
    'Das Anführungszeichen, das in Zeile {{line}} beginnt, endet nicht.',
  'Give the webhook a name.': 'Geben Sie dem Webhook einen Namen.',
  'Give an address that begins with https://.': 'Geben Sie eine Adresse an, die mit https:// beginnt.',
  'Give an address that begins with https://: what is sent must not be read on its way.':
    'Geben Sie eine Adresse an, die mit https:// beginnt: Was gesendet wird, darf unterwegs niemand lesen.',
  'Leave name and password out of the address: what is sent is signed instead.':
    'Lassen Sie Name und Passwort in der Adresse weg: Was gesendet wird, ist stattdessen signiert.',
  'This address is inside a private network: give one of the public internet.':
    'Diese Adresse liegt in einem privaten Netz: Geben Sie eine des öffentlichen Internets an.',
  'The name leads into a private network: nothing was sent.':
    'Der Name führt in ein privates Netz: Es wurde nichts gesendet.',
  'There was no answer within {{seconds}} seconds.': 'In {{seconds}} Sekunden kam keine Antwort.',
  'No connection: {{reason}}.': 'Keine Verbindung: {{reason}}.',
  'It answered {{status}}.': 'Die Antwort war {{status}}.',
  'It answered {{status}}: redirects are not followed, give the final address.':
    'Die Antwort war {{status}}: Weiterleitungen wird nicht gefolgt, geben Sie die endgültige Adresse an.',
  'It answered 410: it wants to hear nothing more.': 'Die Antwort war 410: Dort will man nichts mehr hören.',
  'The webhook was switched off.': 'Der Webhook wurde abgeschaltet.',
  'The webhook was deleted.': 'Der Webhook wurde gelöscht.',
  'There are {{limit}} webhooks already: delete one first.':
    'Es gibt schon {{limit}} Webhooks: Löschen Sie zuerst einen.',
  'Nobody is known here as {{to}}: name an address, a role or the owner.':
    'Hier kennt man niemanden als {{to}}: Nennen Sie eine Adresse, eine Rolle oder den Inhaber.',
  'The mail server did not take it: {{reason}}': 'Der Mailserver hat sie nicht angenommen: {{reason}}',
  'The mail server did not take it.': 'Der Mailserver hat sie nicht angenommen.',
  'Something went wrong here. It was recorded.': 'Hier ist etwas schiefgegangen. Es wurde festgehalten.',
}
