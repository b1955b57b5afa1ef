import { expect, it } from 'vitest'
import { aProcess } from '../../../tests/kit/builders.ts'
import { importedProcess } from './importedProcess.ts'

const codeOf = (processCode: string, taken: readonly string[]) =>
  importedProcess(aProcess().process({ processCode }).document, {
    name: 'Key accounts',
    companyId: 'company',
    takenCodes: new Set(taken),
  }).process.processCode

it('keeps its code where it is free, and gets one from its name where the file has none', () => {
  expect(codeOf('KEY', [])).toBe('KEY')
  expect(codeOf('KEY', ['KEY'])).toBe('KEY_2')
  expect(codeOf('', ['KEY'])).toBe('KEY_ACCOUNTS')
  expect(codeOf('', ['', 'KEY_ACCOUNTS'])).toBe('KEY_ACCOUNTS_2')
})
