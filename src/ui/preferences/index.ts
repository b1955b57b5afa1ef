export {
  choices,
  followOtherTabs,
  onPreferences,
  type Preferences,
  preferences,
  setPreferences,
  usePreferences,
} from './preferences.ts'
