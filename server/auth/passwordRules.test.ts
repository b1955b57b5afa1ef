import { describe, expect, it } from 'vitest'
import { passwordFault } from './passwordRules.ts'

describe('a new password', () => {
  it.each(['correct horse battery', 'Stagecraft-demo-1', 'пароль-на-столе', 'tr0ub4dor&3x'])(
    'may be %s',
    (password) => {
      expect(passwordFault(password, 'dana@demo.example')).toBeNull()
    },
  )

  it.each([
    ['short', /at least 10 characters/],
    ['😀😀😀😀😀', /at least 10 characters/],
    ['x'.repeat(201), /at most 200/],
    ['Password123', /guessed first/],
    ['aaaaaaaaaaaa', /guessed first/],
    ['Dana@Demo.example', /not your e-mail address/],
    ['DanaDirector12', /not your e-mail address/],
  ])('may not be %s', (password, sentence) => {
    const email = password.startsWith('DanaDirector') ? 'danadirector@demo.example' : 'dana@demo.example'
    expect(passwordFault(password, email)).toMatch(sentence)
  })
})
