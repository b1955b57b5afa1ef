// Before the first paint: the looks that were chosen on this device, else the system's.
;(() => {
  let choice = {}
  try {
    choice = JSON.parse(localStorage.getItem('stagecraft.preferences') || '{}') || {}
  } catch {
    choice = {}
  }
  const { theme = 'system' } = choice
  const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
  const { dataset } = document.documentElement
  dataset.theme = dark ? 'dark' : 'light'
  for (const name of ['contrast', 'motion', 'textSize', 'focusRing'])
    if (choice[name]) dataset[name] = choice[name]
})()
// Zod asks before its first schema whether it may compile code from text. The content policy says no, and reports it.
globalThis.__zod_globalConfig = { jitless: true }
