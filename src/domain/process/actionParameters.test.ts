import { describe, expect, it } from 'vitest'
import { actionTypes } from './action.ts'
import { parameterFaults, parametersOf } from './actionParameters.ts'

describe('the parameters of an action', () => {
  it('are told by the schema: kind, limits, whether they are needed', () => {
    expect(parametersOf('send_email')).toEqual([
      { name: 'to', kind: 'text', required: true, maxLength: 200 },
      { name: 'subject', kind: 'text', required: true, maxLength: 200 },
      { name: 'body', kind: 'long', required: false, maxLength: 10_000 },
    ])
    expect(parametersOf('create_event')[2]).toEqual({
      name: 'duration_minutes',
      kind: 'integer',
      required: false,
      minimum: 5,
      maximum: 1_440,
    })
    expect(parametersOf('update_field').map(({ kind }) => kind)).toEqual(['field', 'any'])
    expect(parametersOf('call_webhook')[0]).toMatchObject({ kind: 'url', required: true })
  })

  it.each(actionTypes)('of %s are all known to a form', (type) => {
    const needed = parametersOf(type).filter(({ required }) => required)
    expect(parameterFaults(type, {}).map(({ name }) => name)).toEqual(needed.map(({ name }) => name))
  })

  it('are judged one by one', () => {
    const faults = parameterFaults('send_email', { to: '', body: 3, cc: 'x' })
    expect(faults.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'to empty',
      'subject missing',
      'body wrong',
      'cc unknown',
    ])
    expect(faults[1]?.words).toBe('lacks the parameter “subject”')
    expect(parameterFaults('call_webhook', { url: 'ftp://x' })[0]?.kind).toBe('wrong')
    expect(parameterFaults('generate_invoice', {})).toEqual([])
  })
})
