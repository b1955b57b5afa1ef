import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './addresses.ts'
import { publicTargets, refuseTarget } from './target.ts'

describe('addresses that may be told', () => {
  it.each([
    '93.184.216.34',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '169.253.255.255',
    '192.167.255.255',
    '223.255.255.255',
    '2606:2800:220:1:248:1893:25c8:1946',
    '2a00:1450:4001:80b::200e',
    '2001:4860:4860::8888',
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(true))
})

describe('addresses that are never told', () => {
  it.each([
    ['this host', '0.0.0.0'],
    ['this host', '0.1.2.3'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared by carriers', '100.64.0.1'],
    ['shared by carriers, where a cloud keeps its keys', '100.100.100.200'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['link-local, where clouds keep their keys', '169.254.169.254'],
    ['a cloud’s own', '168.63.129.16'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '192.0.2.1'],
    ['documentation', '203.0.113.7'],
    ['benchmarking', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped loopback in hexadecimal', '::ffff:7f00:1'],
    ['mapped link-local', '::ffff:169.254.169.254'],
    ['mapped, though public: no resolver says so', '::ffff:8.8.8.8'],
    ['compatible', '::127.0.0.1'],
    ['translated', '64:ff9b::7f00:1'],
    ['link-local', 'fe80::1'],
    ['site-local', 'fec0::1'],
    ['private', 'fc00::1'],
    ['a cloud’s keys', 'fd00:ec2::254'],
    ['multicast', 'ff02::1'],
    ['Teredo', '2001:0:53aa:64c:0:0:0:1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['6to4 around a private one', '2002:7f00:1::'],
    ['with a zone', 'fe80::1%eth0'],
    ['no address', 'example.com'],
    ['no address', '1.2.3'],
    ['an octal part', '0177.0.0.1'],
    ['nothing', ''],
  ])('%s: %s', (_, address) => expect(isPublicAddress(address)).toBe(false))

  it('are refused however a URL writes them', () => {
    const spelled = [
      'http://2130706433/',
      'http://0x7f000001/',
      'http://0177.0.0.1/',
      'http://127.1/',
      'http://[::ffff:7f00:1]/',
      'http://[0:0:0:0:0:0:0:1]/',
      'http://LOCALHOST/',
      'http://localhost./',
      'http://a.localhost/',
      'http://metadata.google.internal/',
      'http://printer.local/',
      'http://１２７.０.０.１/',
    ]
    const policy = { plainHttp: true, privateTargets: false }
    for (const url of spelled) expect(refuseTarget(url, policy), url).toMatch(/private network/)
  })

  it('are told as far as their words go: scheme, name and password, nonsense', () => {
    expect(refuseTarget('http://example.com/', publicTargets)).toMatch(/https/)
    expect(refuseTarget('ftp://example.com/', publicTargets)).toMatch(/https/)
    expect(refuseTarget('https://me:secret@example.com/', publicTargets)).toMatch(/signed/)
    expect(refuseTarget('nonsense', publicTargets)).toMatch(/https/)
    expect(refuseTarget('https://example.com:8443/in?x=1', publicTargets)).toBeNull()
    expect(refuseTarget('http://10.0.0.1/', { plainHttp: true, privateTargets: true })).toBeNull()
  })

  it('are all those that carry a private IPv4 address', () => {
    const privateV4 = fc
      .tuple(
        fc.constantFrom([10], [127], [169, 254], [192, 168]),
        fc.array(fc.nat(255), { minLength: 4, maxLength: 4 }),
      )
      .map(([head, rest]) => [...head, ...rest].slice(0, 4))
    fc.assert(
      fc.property(privateV4, fc.constantFrom('::ffff:', '::', '64:ff9b::'), (bytes, prefix) => {
        expect(isPublicAddress(bytes.join('.'))).toBe(false)
        expect(isPublicAddress(`${prefix}${bytes.join('.')}`)).toBe(false)
      }),
    )
  })
})
