import { describe, expect, test } from 'vitest';
import { report } from '../../src/capture/report.js';
import { logs } from '../../src/host/simulated/vswitch.js';
import type { World } from '../../src/host/simulated/world.js';
import { en } from '../../src/text/en.js';
import { zhCN } from '../../src/text/zh-CN.js';
import { everyReading, foundIn } from './decode-everywhere.js';
import { replay, takeOf, withoutTimes } from './take.js';

interface Person {
  readonly user: string;
  readonly codePages: { readonly oem: number; readonly ansi: number };
}

const machine = 'KANARIENVOGEL-7';
const domain = 'VOLIERENBAU';
const dnsDomain = 'volierenbau.intern.example.net';
const sid = 'S-1-5-21-918273645-564738291-1029384756-1107';
const ipv4 = ['10.83.41.177', '203.0.113.201', '169.254.77.31'];
const ipv6 = ['2001:db8:71f3:9c::4d21', 'fe80::9c4e:71ff:fe20:ab15'];
const macs = ['9C-4E-71-20-AB-15', 'd4:6a:6a:11:c3:9f'];
const password = 'Zwitscher!9';
const productKey = 'VK7JG-NPHTM-C97JM-9MPGT-3V66T';
const organisation = 'Finkenhof Gesellschaft';

function plant({ user, codePages }: Person) {
  return (world: World): void => {
    const profile = `C:\\Users\\${user}`;
    world.user = { name: user, sid, profile };
    world.codePages = codePages;
    world.windows.computerName = machine;
    world.elevated = true;
    for (const distro of world.wsl.distros) distro.name = user;
    const [ethernet] = world.adapters;
    if (ethernet !== undefined) {
      ethernet.alias = `LAN ${machine.toUpperCase()}`;
      ethernet.addresses = [{ address: '10.83.41.177', prefixLength: 20 }];
      ethernet.gateways = ['10.83.41.1'];
      ethernet.nameServers = ['203.0.113.201'];
    }
    world.files[`${profile}\\.wslconfig`] = Buffer.from(
      `# ${domain}\\${user}\r\n[wsl2]\r\nkernelCommandLine=proxy=http://${user}:${password}@${ipv4[0]}:3128\r\nswapFile=${profile.replaceAll('\\', '\\\\')}\\\\swap.vhdx\r\n`,
    ).toString('base64');
    const log = (world.eventLogs[logs.vmms] ??= []);
    const template = log[0];
    if (template === undefined) throw new Error('The world has no event to follow.');
    log.push({
      ...template,
      id: 15500,
      properties: [sid, macs[0] ?? '', `\\\\?\\${profile}\\AppData\\Local\\Temp\\x.log`, productKey],
      message: [
        `${domain}\\${user.toUpperCase()} (${sid}) on ${machine}.${dnsDomain}`,
        `file:///C:/Users/${encodeURIComponent(user)}/proxy.pac and ${profile.toUpperCase()}\\NTUSER.DAT`,
        `HKEY_USERS\\${sid}_Classes\\x ${ipv6.join(', ')}: ${macs.join(' ')} ${ipv4.join(';')}`,
        `https_proxy=http://${user}:${encodeURIComponent(password)}@proxy.${dnsDomain}:8080/`,
        `-EncodedCommand ${Buffer.from(`cd 'C:\\Users\\${user}'; ping ${ipv4[0] ?? ''}`, 'utf16le').toString('base64')}`,
        `${organisation.toUpperCase()} ${user.toLowerCase()}@${dnsDomain}`,
      ].join('\r\n'),
    });
    const version = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
    world.registry[version] = {
      ...world.registry[version],
      RegisteredOwner: { type: 'REG_SZ', data: user },
      RegisteredOrganization: { type: 'REG_SZ', data: organisation },
      ProductId: { type: 'REG_SZ', data: '00330-71234-98765-AAOEM' },
    };
    world.registry['HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters'] = {
      'NV Domain': { type: 'REG_SZ', data: dnsDomain },
    };
  };
}

const everywhere = [
  machine,
  domain,
  dnsDomain,
  sid,
  '918273645-564738291-1029384756',
  ...ipv4,
  ...ipv6,
  ...macs,
  password,
  productKey,
];

const people: readonly (readonly [string, Person])[] = [
  ['an English machine', { user: 'Zwitscherling', codePages: { oem: 437, ansi: 1252 } }],
  ['a name with a blank', { user: 'Rosa Kanarienvogel', codePages: { oem: 850, ansi: 1252 } }],
  ['a German machine', { user: 'Jürgen Weißpfau', codePages: { oem: 850, ansi: 1252 } }],
  ['a Chinese machine', { user: '欧阳雀儿', codePages: { oem: 936, ansi: 936 } }],
  ['a Japanese machine', { user: '小鳥遊', codePages: { oem: 932, ansi: 932 } }],
  ['a Russian machine', { user: 'Канарейкин', codePages: { oem: 866, ansi: 1251 } }],
];

describe.each(people)('of %s', (_, person) => {
  const canaries = [person.user, ...everywhere];

  test('no canary is left in the capture, in any encoding', async () => {
    const { capture } = await takeOf('classic-80041002', plant(person));
    expect(foundIn(everyReading(capture), canaries)).toEqual([]);
  });

  test('the same search finds every one of them in the unmasked recording', async () => {
    const { recording } = await takeOf('classic-80041002', plant(person));
    expect(foundIn(everyReading(recording), canaries)).toEqual(canaries);
  });

  test('the capture still replays to the masked diagnosis', async () => {
    const { capture, masker, diagnosis } = await takeOf('classic-80041002', plant(person));
    const replayed = await replay(capture);
    expect(withoutTimes(replayed)).toEqual(withoutTimes(masker.value(diagnosis)));
    expect(replayed.causes).toEqual(diagnosis.causes);
    expect(replayed.facts.wsl).toEqual(diagnosis.facts.wsl);
  });

  test('no canary is left in the report', async () => {
    const { capture, masker, diagnosis } = await takeOf('classic-80041002', plant(person));
    for (const text of [en, zhCN])
      expect(foundIn([report(masker.value(diagnosis), capture.host, text)], canaries)).toEqual([]);
  });
});
