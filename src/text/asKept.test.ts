import { afterEach, describe, expect, it } from 'vitest'
import { erasedName, erasedWords } from '../domain/process/erased.ts'
import { asKept } from './asKept.ts'
import { showLanguage } from './language.ts'

describe('what people wrote', () => {
  afterEach(() => showLanguage('en'))

  it('stays as it is, and what stands there since they were erased is in the reader’s language', async () => {
    await showLanguage('de')
    expect(asKept(erasedName)).toBe('Gelöschte Person')
    expect(asKept(erasedWords)).toBe('[gelöscht: Die Person ist gegangen]')
    expect(asKept('Enter your name.')).toBe('Enter your name.')
  })
})
