export {
  choices,
  followOtherTabs,
  onPreferences,
  type Preferences,
  preferences,
  type RemappedKeys,
  setPreferences,
  usePreferences,
} from './preferences.ts'
