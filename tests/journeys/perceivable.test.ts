/**
 * Every place as people differ: seen enlarged, spaced or in the system's own colors, reached by keyboard with focus
 * always in sight, hit by a finger, called by its words, read from Chromium's accessibility tree.
 */
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../kit/chromium.ts'
import { type RunningServer, startServer } from '../kit/server.ts'
import { Desk } from './Desk.ts'
import { clippedText, focusFaults, misnamed, settled, sideways, smallTargets } from './perceiving.ts'

const views = ['design', 'stages', 'transitions', 'simulate', 'versions'] as const
const laptop = { width: 1280, height: 800 }

let server: RunningServer
let browser: Browser
let desk: Desk
let page: Page
/** An empty page that compares pictures. */
let helper: Page
let design: string

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchChromium()])
  desk = await Desk.at({ browser, url: server.url })
  page = desk.page
  helper = await (await browser.newContext()).newPage()
  await page.setViewportSize(laptop)
  await desk.signIn('director')
  await desk.openProcess('Enterprise')
  design = page.url().replace(/\?.*/, '')
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const addressOf = (view: string): string => design.replace('/design', `/${view}`)

async function open(address: string, on = page) {
  await on.goto(address)
  await on.getByRole('heading', { level: 1 }).first().waitFor()
  await settled(on)
}

/** The class that the style sheet of a reader's own choice would set. */
const wear = (look: 'large' | 'spaced' | '') =>
  page.evaluate((name) => {
    document.documentElement.className = name
  }, look)

/** Lets the page wear them; a sheet made by script, as the page takes no other from outside. */
const wearable = () =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      html.large { font-size: 200% }
      html.spaced * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      html.spaced p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets.push(sheet)
  })

const inProcess = views.map((view) => [view, () => addressOf(view)] as const)
const around = [
  ['library', () => `${server.url}/`],
  ['settings company', () => `${server.url}/settings/company`],
  ['settings accessibility', () => `${server.url}/settings/accessibility`],
] as const

const seen = new Set<string>()

describe.each([...around, ...inProcess])('%s', (_, address) => {
  it('is named as it reads, shows where focus is, and stays whole when text is large or spaced', async () => {
    await open(address())
    expect(await misnamed(page)).toEqual([])
    expect(await smallTargets(page, 24)).toEqual([])
    expect(await focusFaults(page, helper, 45, seen)).toEqual([])
    await wearable()
    for (const look of ['large', 'spaced'] as const) {
      await wear(look)
      expect(await sideways(page), `${look} scrolls sideways`).toBe(0)
      expect(await clippedText(page), look).toEqual([])
    }
    await wear('')
  })
})

describe('the design place', () => {
  it('shows focus in dark and in the system’s own colors as well', async () => {
    await open(addressOf('design'))
    await page.locator('[data-stage-id]').first().waitFor()
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await focusFaults(page, helper, 30)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    expect(await focusFaults(page, helper, 30)).toEqual([])
    await page.emulateMedia({ forcedColors: 'none' })
  })

  it('tells kinds of stages apart in the system’s own colors, by shape and line', async () => {
    await page.emulateMedia({ forcedColors: 'active' })
    const cards = page.locator('[data-stage-id]')
    await cards.nth(2).focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Deactivate' }).click()
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await cards.nth(3).focus()
    await page.keyboard.press('Space')
    await page.locator('[data-stage-id][data-selected]').first().waitFor()
    await desk.photograph('kinds in forced colors')
    const drawn = await cards.evaluateAll((all) =>
      all.flatMap((card) => {
        const face = card.querySelector('[aria-hidden]')
        if (!face) return []
        const { borderTopStyle, borderTopWidth, borderTopRightRadius, ...colors } = getComputedStyle(face)
        return {
          kind: card.hasAttribute('data-inactive') ? 'inactive' : card.getAttribute('data-kind'),
          shape: `${borderTopStyle} ${borderTopWidth} ${borderTopRightRadius}`,
          framed: colors.borderTopColor !== colors.backgroundColor,
          ringed: colors.outlineStyle !== 'none',
          selected: card.hasAttribute('data-selected'),
        }
      }),
    )
    expect(drawn.filter(({ framed }) => !framed)).toEqual([])
    expect(drawn.filter(({ ringed, selected }) => ringed !== selected)).toEqual([])
    const shapes = new Map(drawn.map(({ kind, shape }) => [kind, shape]))
    expect([...shapes.keys()].sort()).toEqual(['inactive', 'lost', 'open', 'won'])
    expect(new Set(shapes.values()).size, JSON.stringify([...shapes])).toBe(4)
    const [lines, text] = await page.evaluate(() => {
      document.documentElement.style.color = 'CanvasText'
      const strokes = [...document.querySelectorAll('.react-flow__edges path[marker-end]')]
      const heads = [...document.querySelectorAll('marker path')]
      return [
        [
          ...strokes.map((stroke) => getComputedStyle(stroke).stroke),
          ...heads.map((head) => getComputedStyle(head).fill),
        ],
        getComputedStyle(document.documentElement).color,
      ]
    })
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.filter((line) => line !== text)).toEqual([])
    await page.getByRole('button', { name: /^Undo: / }).click()
    await page.emulateMedia({ forcedColors: 'none' })
  })

  it('gives focus back after each dialog, menu and panel', async () => {
    const stage = page.locator('[data-stage-id]').nth(1)
    const name = await stage.getAttribute('aria-label')
    for (const key of ['n', 'c', 'Shift+c', '/', '?', 'Control+k', 'Shift+F10']) {
      await stage.focus()
      await page.keyboard.press(key)
      await page.locator('[role=dialog], [role=menu]').first().waitFor()
      expect(await desk.focusedName()).not.toBe(name)
      // A list that opens inside the dialog closes first.
      await expect
        .poll(async () => {
          const left = await page.locator('[role=dialog], [role=menu]').count()
          if (left > 0) await page.keyboard.press('Escape')
          return left
        })
        .toBe(0)
      await expect.poll(() => desk.focusedName(), { message: `after ${key}` }).toBe(name)
    }
  })

  it('moves nothing where less motion is asked for', async () => {
    await open(addressOf('simulate'))
    await page.getByRole('button', { name: 'Start the walk' }).click()
    for (const view of views) {
      await desk.view(`${view.charAt(0).toUpperCase()}${view.slice(1)}` as 'Design')
      const running = () =>
        page.evaluate(() =>
          document
            .getAnimations()
            .filter(({ playState }) => playState === 'running')
            .map(({ effect }) =>
              effect instanceof KeyframeEffect ? (effect.target?.outerHTML.slice(0, 100) ?? '') : '',
            ),
        )
      await expect.poll(running, { message: view }).toEqual([])
    }
  })

  it('tells Chromium’s accessibility tree what it tells in words', async () => {
    await open(addressOf('design'))
    await page.locator('[data-stage-id]').first().waitFor()
    const browserTree = await desk.context.newCDPSession(page)
    const focused = async () => {
      const { nodes } = await browserTree.send('Accessibility.getFullAXTree')
      // The document counts as focused too; what is asked for stands inside it.
      const node = nodes.findLast(({ properties }) =>
        properties?.some(({ name, value }) => name === 'focused' && value.value === true),
      )
      const property = (wanted: string) =>
        node?.properties?.find(({ name }) => String(name) === wanted)?.value.value
      return [property('roledescription'), node?.role?.value, node?.name?.value, node?.description?.value]
    }
    // Focus follows a key with the next frame.
    const leadsTo = async (key: string, ...expected: string[]) => {
      await page.keyboard.press(key)
      await expect.poll(async () => (await focused()).slice(0, 3), { message: key }).toEqual(expected)
    }
    await page.locator('[data-stage-id]').first().focus()
    expect(await focused()).toEqual([
      'stage',
      'group',
      'Identify, open stage, 5 percent, start, stage 1 of 9',
      expect.stringMatching(/^Start of the process\. Goes to Qualify the pain\b/),
    ])
    await leadsTo('t', 'transition', 'group', 'Meeting held, from Identify to Qualify the pain')
    await leadsTo('ArrowRight', 'stage', 'group', 'Qualify the pain, open stage, 15 percent, stage 2 of 9')
    await leadsTo('End', 'stage', 'group', 'Closed Lost, lost, final stage, stage 9 of 9')
  })
})

/** What assistive technology finds, as text that a person can read (./trees). Addresses stay out: they hold ids. */
async function readsAs(name: string, place: Locator, depth?: number) {
  const tree = await place.ariaSnapshot(depth === undefined ? {} : { depth })
  await expect(`${tree.replace(/:?\n *- \/url: .*/g, '')}\n`).toMatchFileSnapshot(`./trees/${name}.txt`)
}

describe('what assistive technology finds', () => {
  const card = () => page.locator('[data-stage-id]').first()
  async function byKey(key: string, name: string | RegExp) {
    await card().focus()
    await page.keyboard.press(key)
    const dialog = page.getByRole('dialog', { name })
    await dialog.locator(':focus').waitFor()
    return dialog
  }

  it('the page’s skeleton, its tools and the canvas', async () => {
    await open(addressOf('design'))
    await card().waitFor()
    await page.getByRole('button', { name: 'Not now' }).click()
    await page.getByRole('region', { name: 'What this process yields' }).waitFor()
    await desk.untilState(/Published r1/)
    await readsAs('skeleton', page.locator('#root'), 1)
    await readsAs('toolbar', page.getByRole('toolbar', { name: 'Canvas tools' }))
    await readsAs('canvas', page.getByRole('group', { name: /^Process canvas/ }))
  })

  it('the dialogs that connect and that list the keys', async () => {
    const connect = await byKey('c', /^New transition from/)
    await connect.getByRole('option').first().waitFor()
    await readsAs('connect-dialog', connect)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await connect.waitFor({ state: 'detached' })
    const shortcuts = await byKey('?', 'Keyboard shortcuts')
    await page.keyboard.type('connect')
    await shortcuts.getByRole('row', { name: /^Describe/ }).waitFor({ state: 'detached' })
    await readsAs('shortcut-dialog', shortcuts)
    await page.keyboard.press('Escape')
    await shortcuts.waitFor({ state: 'detached' })
  })

  it('problems, each with its place and its fixes', async () => {
    await card().focus()
    await page.keyboard.press('Shift+n')
    await desk.stage('New stage').waitFor()
    await desk.openProblems()
    const problems = page.getByRole('region', { name: 'Problems' })
    await problems.getByRole('listitem').first().waitFor()
    await readsAs('problems', problems)
    await page.getByRole('button', { name: /^Undo: / }).click()
    await problems.getByRole('heading', { name: 'No problems.' }).waitFor()
  })

  it('the outline and the table', async () => {
    await page.getByRole('radio', { name: 'List' }).check()
    const outline = page.getByRole('region', { name: 'Process outline' })
    await outline.getByRole('listitem').first().waitFor()
    await readsAs('outline', outline)
    await desk.view('Stages')
    await page.getByRole('searchbox', { name: 'Search stages' }).fill('Identify')
    const table = page.getByRole('table', { name: 'Stages, 1 row' })
    await readsAs('stages-table', table)
  })
})

describe('by touch', () => {
  it('has room for a finger everywhere', async () => {
    const phone = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
      storageState: await desk.context.storageState(),
    })
    const touched = await phone.newPage()
    for (const [name, address] of [...around, ...inProcess]) {
      await open(address(), touched)
      expect(await smallTargets(touched, 44), name).toEqual([])
    }
    // What stands above the process leaves the phone to the process.
    await open(addressOf('design'), touched)
    const later = touched.getByRole('button', { name: 'Not now' })
    if (await later.isVisible()) await later.click()
    const outline = await touched.getByRole('region', { name: 'Process outline' }).boundingBox()
    expect(outline?.y).toBeLessThan(170)
    await touched.getByRole('button', { name: 'More', exact: true }).first().click()
    await touched.getByRole('menuitem', { name: 'Settings' }).waitFor()
    await phone.close()
  })
})
