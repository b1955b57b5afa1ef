// Before the first paint: the colours that were chosen on this device, else the system's.
;(() => {
  let choice = {}
  try {
    choice = JSON.parse(localStorage.getItem('stagecraft.appearance') || '{}')
  } catch {
    choice = {}
  }
  const dark = choice.theme ? choice.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  if (choice.contrast === 'more') document.documentElement.dataset.contrast = 'more'
  if (choice.motion === 'reduce') document.documentElement.dataset.motion = 'reduce'
})()
