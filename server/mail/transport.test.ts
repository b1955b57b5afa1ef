/** Mails as they leave: files that a mail program opens, or a conversation with the server that the installation names. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { mailTransport } from './transport.ts'

const folder = mkdtempSync(join(tmpdir(), 'stagecraft-mail-'))
const mail = { to: 'rosa@example.com', subject: 'Grüße aus Köln', text: 'Zeile 1\n\nZeile 2' }
const from = 'Stagecraft <sales@example.com>'

describe('without a mail server', () => {
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('each mail becomes one file', async () => {
    const transport = mailTransport({ smtpUrl: undefined, from, folder })
    expect(await transport.send('m-1', mail)).toMatchObject({ delivered: true })
    expect(await transport.send('m-1', mail)).toMatchObject({ delivered: true })
    expect(readdirSync(folder)).toEqual(['m-1.eml'])
    const text = readFileSync(join(folder, 'm-1.eml'), 'utf8')
    expect(text).toMatch(/^From: Stagecraft <sales@example\.com>$/m)
    expect(text).toMatch(/^To: rosa@example\.com$/m)
    expect(text).toMatch(/^Message-ID: <m-1@stagecraft>$/m)
    expect(text).toContain('Auto-Submitted: auto-generated')
    expect(text).toMatch(/^Subject: =\?UTF-8\?/m)
  })

  it('no header can be smuggled in', async () => {
    const transport = mailTransport({ smtpUrl: undefined, from, folder })
    const evil = {
      ...mail,
      subject: 'A\r\nBcc: thief@example.com\r\n\r\nB',
      to: 'a@b.example\r\nBcc: x@y.example',
    }
    await transport.send('m-2', evil)
    const text = readFileSync(join(folder, 'm-2.eml'), 'utf8')
    expect(text).not.toMatch(/^Bcc:/im)
  })
})

describe('with a mail server', () => {
  let server: Server | undefined
  afterEach(() => server?.close())

  /** As much of SMTP as one mail needs; `recipients` decides over RCPT TO. */
  const listens = (recipients: (line: string) => string) =>
    new Promise<{ url: string; heard: string[] }>((resolve) => {
      const heard: string[] = []
      server = createServer((socket) => {
        let data = false
        socket.write('220 test\r\n')
        socket.setEncoding('utf8').on('data', (text: string) => {
          for (const line of text.split('\r\n').slice(0, -1)) {
            heard.push(line)
            if (data && line !== '.') continue
            if (line === '.') data = false
            else if (line === 'DATA') data = true
            const reply = line.startsWith('RCPT') ? recipients(line) : line === 'DATA' ? '354 go' : '250 ok'
            socket.write(`${reply}\r\n`)
            if (line === 'QUIT') socket.end()
          }
        })
      }).listen(0, '127.0.0.1', () => {
        const address = server?.address()
        const port = typeof address === 'object' && address !== null ? address.port : 0
        resolve({ url: `smtp://127.0.0.1:${port}`, heard })
      })
    })

  it('hands the mail over', async () => {
    const { url, heard } = await listens(() => '250 ok')
    expect(await mailTransport({ smtpUrl: url, from, folder }).send('m-3', mail)).toMatchObject({
      delivered: true,
    })
    expect(heard).toEqual(
      expect.arrayContaining(['RCPT TO:<rosa@example.com>', 'Message-ID: <m-3@stagecraft>']),
    )
  })

  it('gives up what the server refuses for good, and tries again what it refuses for now', async () => {
    const never = await listens(() => '550 nobody here')
    expect(await mailTransport({ smtpUrl: never.url, from, folder }).send('m-4', mail)).toMatchObject({
      delivered: false,
      final: true,
      failure: expect.stringContaining('550 nobody here'),
    })
    server?.close()
    const later = await listens(() => '451 come back')
    expect(await mailTransport({ smtpUrl: later.url, from, folder }).send('m-5', mail)).toMatchObject({
      delivered: false,
      final: false,
    })
    expect(
      await mailTransport({ smtpUrl: 'smtp://127.0.0.1:1', from, folder }).send('m-6', mail),
    ).toMatchObject({
      delivered: false,
      final: false,
    })
  })
})
