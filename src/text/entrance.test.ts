import { afterEach, describe, expect, it, vi } from 'vitest'
import { language, onLanguage, text } from './entrance.ts'
import { showLanguage } from './language.ts'

const english = () => showLanguage('en')
afterEach(english)

describe('the words of a room', () => {
  it('puts what is given into the sentence, and nothing where nothing is given', () => {
    expect(text('syncStatus', 'behind', { revision: 7 })).toContain('7')
    expect(text('app', 'view_design')).not.toContain('{{')
  })

  it('keeps a name as it was written, whatever it looks like', () => {
    expect(text('library', 'copyOf', { name: '$& {{name}} <b>' })).toContain('$& {{name}} <b>')
  })

  it('counts as the language does, and has its own words for none', () => {
    expect(text('speech', 'problems', { count: 0 })).toBe('no problems')
    expect(text('speech', 'problems', { count: 1 })).toBe('1 problem')
    expect(text('speech', 'problems', { count: 2 })).toBe('2 problems')
    expect(text('speech', 'problems', { count: '1,200' })).toBe('1,200 problems')
  })

  it('speaks another language at once, and tells who listens until they stop', async () => {
    const heard = vi.fn()
    const stop = onLanguage(heard)
    await showLanguage('de')
    expect(language()).toBe('de')
    expect(text('speech', 'problems', { count: 0 })).toBe('keine Probleme')
    expect(heard).toHaveBeenCalledOnce()
    stop()
    await english()
    expect(text('speech', 'problems', { count: 0 })).toBe('no problems')
    expect(heard).toHaveBeenCalledOnce()
  })
})
