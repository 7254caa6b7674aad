import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nobody } from '../../src/capture/identity.js';
import { createMasker, type Masker } from '../../src/capture/mask.js';
import { decodeCodePage, encodeCodePage } from '../../src/host/code-pages.js';
import { isCommandExchange } from '../../src/host/replay/recording.js';
import { everyReading, foundIn } from './decode-everywhere.js';
import { commandOf, recordingOf, withPages } from './recordings.js';

const secret = new Uint8Array(16).fill(7);

function maskerOf(text: string, users: readonly string[] = []): Masker {
  return createMasker(
    recordingOf([commandOf([], text, { encoding: 'utf-8' })]),
    { ...nobody, users },
    secret,
  );
}

/** Masks the text alone, with what it tells. */
const masked = (text: string, users: readonly string[] = []): string => maskerOf(text, users).text(text);

describe('what stays', () => {
  test.each([
    'WSL version: 2.2.4.0',
    'WSL 版本： 2.7.11.0',
    'kernel 5.15.153.1-2 and 6.6.87.2-microsoft-standard-WSL2',
    'S-1-16-12288 S-1-5-32-544 S-1-1-0 S-1-5-18 S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
    '127.0.0.1 0.0.0.0 255.255.255.0 255.255.255.255 224.0.0.251 ::1 :: ff02::fb 300.1.1.1',
    '{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b} 790E58B4-7939-4434-9358-89AE7DDBE87E',
    'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002 at 12:34:56 in [Console]::OutputEncoding',
    'C:\\Users\\Public\\x and C:\\Users\\Default\\NTUSER.DAT',
    'NT AUTHORITY\\SYSTEM BUILTIN\\Users HKEY_USERS\\.DEFAULT',
    '00-00-00-00-00-00 ff:ff:ff:ff:ff:ff',
    'a sentence about networks, user 1 and the system32 folder',
  ])('%s', (text) => {
    expect(masked(text, ['user', 'works'])).toBe(text);
  });
});

describe('what goes', () => {
  test.each([
    ['a profile', 'C:\\Users\\tamsin\\x', 'C:\\Users\\user-1\\x'],
    ['a profile in a URL', 'file:///C:/Users/Tam%20Sin/x', 'file:///C:/Users/user-1/x'],
    ['a profile in JSON', '"C:\\\\Users\\\\tamsin\\\\x"', '"C:\\\\Users\\\\user-1\\\\x"'],
    ['a Linux home', '\\\\wsl.localhost\\Ubuntu\\home\\tamsin', '\\\\wsl.localhost\\Ubuntu\\home\\user-1'],
    ['a computer', '<Computer>ZEBRAFINK.corp.zeb.example.org</Computer>', '<Computer>PC-1</Computer>'],
    [
      'credentials',
      'http://tamsin:p%40ss:w0rd@10.0.0.5:8080',
      /^http:\/\/user-1:secret(-\d)?@10\.\d+\.\d+\.\d+:8080$/,
    ],
    ['a product key', 'key VK7JG-NPHTM-C97JM-9MPGT-3V66T.', 'key XXXXX-XXXXX-XXXXX-XXXXX-XXXXX.'],
    [
      'the owner in the registry',
      '    RegisteredOwner    REG_SZ    Tamsin Q',
      '    RegisteredOwner    REG_SZ    user-1',
    ],
    [
      'the product id',
      '    ProductId    REG_SZ    00330-71234-98765-AAOEM',
      '    ProductId    REG_SZ    00000-00000-00000-00000',
    ],
    [
      'the encoded key',
      '    DigitalProductId    REG_BINARY    A4000F',
      '    DigitalProductId    REG_BINARY    000000',
    ],
    [
      'a proxy',
      '    ProxyServer    REG_SZ    filter.zebrafink.example.org:8080',
      '    ProxyServer    REG_SZ    proxy-1.example:8080',
    ],
    [
      'an encoded command',
      Buffer.from('cd C:\\Users\\tamsin\\x', 'utf16le').toString('base64'),
      Buffer.from('cd C:\\Users\\user-1\\x', 'utf16le').toString('base64'),
    ],
    ['an assigned password', 'password=hunter2;x', 'password=secret;x'],
    [
      'a SID of a domain',
      'S-1-5-21-11-22-33-1107 S-1-5-21-11-22-33-500',
      /^S-1-5-21-1-2-3-100\d S-1-5-21-1-2-3-500$/,
    ],
    ['an online account', 'S-1-12-1-111-222-333-444', 'S-1-12-1-1-2-3-1'],
    ['a MAC', '00-15-5D-AB-CD-EF', '02-00-5E-00-00-01'],
    ['a MAC without dashes', '00155dabcdef', '02005e000001'],
    ['a public address', 'dns 9.9.9.9, 8.8.8.8', 'dns 192.0.2.1, 192.0.2.2'],
    ['IPv6 in a sentence', 'from 2a02:8109::1:5: timeout', 'from 2001:db8:0:1::a001: timeout'],
    ['link-local IPv6', 'fe80::9c4e:71ff:fe20:ab15%12', 'fe80::a001%12'],
    ['a short folder name', 'C:\\Users\\TAMSIN~1\\x TAMSIN~1', /^C:\\Users\\user-1\\x user-1$/],
    ['a name of two letters in the environment', 'USERNAME=li', 'USERNAME=user-1'],
    ['a MAC between dots', '00.15.5d.ab.cd.ef', '02.00.5e.00.00.01'],
    [
      'an address in the name of a machine',
      '10.1.2.3 ip-10-1-2-3',
      /^(10\.\d+\.\d+\.\d+) ip-10-\d+-\d+-\d+$/,
    ],
    ['mail', 'to tamsin.r@zeb.example.org', 'to user-1@mail.example'],
    ['an account', '"ZEB\\tamsin","S-1-5-21-1-1-1-1001"', /^"DOMAIN-1\\user-1","S-1-5-21-1-2-3-\d+"$/],
  ])('%s', (_, text, expected) => {
    const result = masked(text);
    if (typeof expected === 'string') expect(result).toBe(expected);
    else expect(result).toMatch(expected);
  });

  test('equal things stay equal, in any case and spelling', () => {
    const text = 'tamsinus TAMSINUS C:\\Users\\Tamsinus\\x tamsinus-laptop xTamsinusx';
    expect(masked(text)).toBe('user-1 user-1 C:\\Users\\user-1\\x user-1-laptop xuser-1x');
  });

  test.each([
    ['escaped as in JSON, in capitals', 'müllersen', 'M\\u00DCLLERSEN m\\u00fcllersen'],
    ['as a number of XML', "o'brianna", 'O&#39;BRIANNA o&#x27;brianna o&apos;brianna'],
    ['in a URL, in capitals', 'ängström', '%C3%84NGSTR%C3%96M %c3%a4ngstr%c3%b6m'],
    ['in one word', 'tamsin.quell', 'AzureAD\\TamsinQuell'],
    ['shortened by Windows', 'Tamsin Quell', 'TAMSIN~1 tamsin~2'],
    ['with doubled backslashes', 'tamsinus', 'C:\\\\\\\\Users\\\\\\\\tamsinus\\\\\\\\x'],
    ['twice inside of base64', 'tamsinus', Buffer.from('tamsinus and TAMSINUS').toString('base64')],
  ])('a name is gone where it is %s', (_, user, text) => {
    const result = masked(text, [user]);
    const decoded = [result, decodeURIComponent(result), Buffer.from(result, 'base64').toString('utf8')];
    const forms = [user, user.replace(/[.' ]/g, ''), user.slice(0, 6), encodeURIComponent(user)];
    for (const form of forms) expect(decoded.join('\n').toLowerCase()).not.toContain(form.toLowerCase());
    expect(result).not.toBe(text);
    expect(result.toLowerCase()).not.toMatch(/\\u00dc|\\u00fc|&#x?\d/);
  });

  test('masking what is masked changes nothing', () => {
    const text =
      'C:\\Users\\tamsin\\x 192.168.4.7 9.9.9.9 fe80::1:2 S-1-5-21-11-22-33-1107 00-15-5D-AB-CD-EF';
    const masker = maskerOf(text);
    expect(masker.text(masker.text(text))).toBe(masker.text(text));
  });
});

test('private addresses stay in their range, and addresses that share a subnet still share it', () => {
  const address = fc
    .tuple(
      fc.constantFrom('10', '172.20', '192.168', '169.254'),
      fc.array(fc.nat(255), { minLength: 3, maxLength: 3 }),
    )
    .map(([start, rest]) => [...start.split('.'), ...rest.map(String)].slice(0, 4).join('.'));
  const bits = (text: string) =>
    text
      .split('.')
      .map((octet) => Number(octet).toString(2).padStart(8, '0'))
      .join('');
  const shared = (a: string, b: string) => Array.from(bits(a)).findIndex((bit, at) => bit !== bits(b)[at]);
  fc.assert(
    fc.property(address, address, (a, b) => {
      const [first = '', second = ''] = masked(`${a} ${b}`).split(' ');
      expect(shared(first, second)).toBe(shared(a, b));
      expect(first).not.toContain(a);
      expect(first.split('.')[0]).toBe(a.split('.')[0]);
    }),
    { numRuns: 200 },
  );
});

/** Letters of each code page, from which names are made. */
const alphabets = [
  { pages: { oem: 437, ansi: 1252 }, letters: 'qxzjvkwy' },
  { pages: { oem: 850, ansi: 1252 }, letters: 'äöüßéñqxz' },
  { pages: { oem: 936, ansi: 936 }, letters: '欧阳雀儿慕容雪' },
  { pages: { oem: 932, ansi: 932 }, letters: '鳥遊佐々蒼輝' },
  { pages: { oem: 866, ansi: 1251 }, letters: 'жщюяфыъц' },
];

describe.each(alphabets)('names in code page $pages.oem', ({ pages, letters }) => {
  const name = fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 5, maxLength: 12 });

  test('are gone in every encoding, and the text around them keeps its bytes', () => {
    fc.assert(
      fc.property(name, fc.constantFrom('oem', 'ansi', 'utf-8', 'utf-16le'), (user, encoding) => {
        const line = (who: string) => `SERVICE_NAME: x\r\n  ${who}\\Desktop [${who}]\r\nSTATE : 4\r\n`;
        const encode = (text: string) => {
          if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
          if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
          return encodeCodePage(text, encoding === 'oem' ? pages.oem : pages.ansi);
        };
        const recording = recordingOf(
          [commandOf([`C:\\Users\\${user}\\x`], encode(line(user.toUpperCase())), { encoding })],
          withPages(pages, `C:\\Users\\${user}`),
        );
        const result = createMasker(recording, nobody, secret).recording(recording);
        expect(foundIn(everyReading(result), [user])).toEqual([]);
        expect(foundIn(everyReading(recording), [user])).toEqual([user]);
        const [exchange] = result.exchanges.filter(isCommandExchange);
        expect(Buffer.from(exchange?.stdoutBase64 ?? '', 'base64')).toEqual(
          Buffer.from(encode(line('user-1'))),
        );
      }),
      { numRuns: 60 },
    );
  });
});

test('a name is gone also where a program wrote another encoding than it is known for', () => {
  const pages = { oem: 850, ansi: 1252 };
  const bytes = encodeCodePage('Jürgenß öffnet', pages.ansi);
  const recording = recordingOf(
    [commandOf([], bytes, { encoding: 'oem' })],
    withPages(pages, 'C:\\Users\\Jürgenß'),
  );
  const result = createMasker(recording, nobody, secret).recording(recording);
  expect(foundIn(everyReading(result), ['Jürgenß'])).toEqual([]);
});

test('bytes that hold nothing personal stay the same, whatever they are', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('oem', 'ansi', 'utf-8', 'utf-16le'),
      (bytes, encoding) => {
        const recording = recordingOf(
          [commandOf([], bytes, { encoding })],
          withPages({ oem: 936, ansi: 936 }, 'C:\\x'),
        );
        const [exchange] = createMasker(recording, nobody, secret)
          .recording(recording)
          .exchanges.filter(isCommandExchange);
        const text = decodeCodePage(bytes, 936);
        fc.pre(!/[\d:@\\/]/.test(text));
        expect(exchange?.stdoutBase64).toBe(Buffer.from(bytes).toString('base64'));
      },
    ),
    { numRuns: 300 },
  );
});

test('an unfriendly flood is masked, where comparing each place with all others would outlast the test', () => {
  const flood = [
    'a'.repeat(200_000),
    '1.'.repeat(100_000),
    ':'.repeat(100_000),
    '\\'.repeat(100_000),
    '@a'.repeat(50_000),
  ];
  for (const text of flood) expect(masked(`${text} C:\\Users\\tamsin\\x`)).not.toContain('tamsin');
});
