/**
 * What a new password has to be: long enough, not one that guessers try first, not the person's own address. No rules
 * about kinds of signs: they make passwords worse (NIST SP 800-63B §5.1.1.2).
 */
export const passwordLength = { least: 10, most: 200 } as const

/** Of ten signs and more, what leaked lists have most often; shorter ones are refused by length already. */
const common = new Set(
  `1234567890 12345678910 1234567891 0123456789 0987654321 9876543210 qwertyuiop q1w2e3r4t5 q1w2e3r4t5y6 1q2w3e4r5t
  1q2w3e4r5t6y 1qaz2wsx3edc qwerty12345 qwerty123456 qwertyuiop123 password12 password123 password1234 password12345
  passw0rd123 p@ssw0rd123 p@ssword123 iloveyou123 iloveyou12 letmein123 letmein1234 welcome123 welcome1234 admin12345
  administrator abcdefghij abcdefghijk abc123456789 123456789a 123456789q a123456789 aa12345678 asdfghjkl1 asdfghjkl123
  zxcvbnm123 monkey12345 football123 baseball123 basketball superman123 princess123 sunshine123 trustno1234 changeme123
  changeme1234 secret1234 default123 master12345 dragon12345 michael123 jordan23 1111111111 0000000000 1212121212
  1122334455 11223344556 5555555555 7777777777 9999999999 qazwsxedcrfv 123123123123 123qweasdzxc qweasdzxc123`.split(
    /\s+/,
  ),
)

/** One sentence that says what to do, or null where the password may be used. */
export function passwordFault(password: string, email: string): string | null {
  const length = [...password].length
  if (length < passwordLength.least) return `A password has at least ${passwordLength.least} characters.`
  if (length > passwordLength.most) return `A password has at most ${passwordLength.most} characters.`
  const lower = password.toLowerCase()
  const [name = ''] = email.toLowerCase().split('@')
  if (lower === email.toLowerCase() || (name.length > 3 && lower.replace(/\d+$/, '') === name))
    return 'Choose a password that is not your e-mail address.'
  if (common.has(lower) || new Set(lower).size < 4)
    return 'This password is among those that are guessed first: choose another one.'
  return null
}
