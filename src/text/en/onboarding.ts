/** The tour of the design place, and the checklist of the first process. */
export const onboarding = {
  invitation: 'New here? A tour of six short stops shows how a process is drawn, checked and published.',
  start: 'Take the tour',
  notNow: 'Not now',
  later: 'The tour waits under More, Take the tour.',
  tour: 'Tour',
  stop: 'Stop {{number}} of {{count}}',
  back: 'Back',
  next: 'Next',
  finish: 'Finish',
  skip: 'Skip the tour',
  spoken: '{{title}}. {{body}}',
  finished: 'The tour is over. Find it again under More.',
  keys: 'The tour is beside your work: F6 goes to it and back, Escape ends it.',
  title_palette: 'Stages to take',
  body_palette:
    'Drag a stage onto the canvas, or onto a transition to put it in between. Enter adds it after the stage you are on.',
  body_palette_list: 'Add a stage here: you say what it is called and which stage it comes after.',
  title_canvas: 'Draw the way of a deal',
  body_canvas:
    'Drag from the edge of a stage to the next one, or press C. The list shows the same process in words and does everything the canvas does.',
  body_canvas_list:
    'The list is the process in words: each stage with where it leads. The menu of a stage connects it to the next one.',
  title_details: 'Say what counts',
  body_details:
    'Probability, durations, required fields, rules and approvals of whatever is selected. It is saved as you type, and Undo knows each step by name.',
  body_details_list:
    'Press a stage: probability, durations, required fields, rules and approvals are behind it. All is saved as you type, and Undo knows each step by name.',
  body_details_canvas:
    'Open a stage by pressing it twice, or by Enter: probability, durations, required fields, rules and approvals are behind it. All is saved as you type.',
  title_figures: 'See what it yields',
  body_figures:
    'With every change the share of deals won and the days to close are computed exactly, not guessed.',
  title_problems: 'Put right what is wrong',
  body_problems:
    'The checks run while you draw. F8 goes from problem to problem, and many are put right with one click.',
  title_publish: 'Publish when it is right',
  body_publish:
    'Until then it is a draft of your own: others may see that you work on it, but not what you change. Before you publish you see which open deals would move.',
  checklist: 'Your first process',
  checklistLead: 'Four things make a process that can be relied on.',
  progress: '{{done}} of {{count}} done',
  hide: 'Hide this list',
  hidden: 'Hidden. Bring it back in the account menu.',
  allDone: 'All done: your process is drawn, checked, simulated and published.',
  done: 'done',
  step_drawn: 'Draw it',
  hint_drawn: 'Connect at least two stages.',
  step_checked: 'Check it',
  hint_checked: 'Open the problems and see what the checks say.',
  step_simulated: 'Simulate it',
  hint_simulated: 'Walk a deal from one stage to another.',
  step_published: 'Publish it',
  hint_published: 'Make it the process everybody works by.',
} as const
