import { expect, it } from 'vitest'
import { directionOf } from './direction.ts'

it('reads Arabic, Hebrew, Persian and Urdu from right to left, and everything else from left to right', () => {
  expect(['ar', 'ar-EG', 'he', 'fa', 'ur', 'az-Arab'].map(directionOf)).toEqual(Array(6).fill('rtl'))
  expect(['en', 'de', 'de-AT', 'az', 'ja', 'ru'].map(directionOf)).toEqual(Array(6).fill('ltr'))
})
