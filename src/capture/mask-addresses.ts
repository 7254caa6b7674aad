/**
 * IP and MAC addresses. What tells where an address belongs is kept, as a diagnosis rests on it: private stays private in
 * its own range, link-local stays link-local, and addresses of one subnet of any size stay in one subnet.
 */
import { createHash } from 'node:crypto';
import { createPseudonyms } from './pseudonyms.js';
import { groupsOf, isIpv6 } from './ipv6.js';

export interface AddressMasker {
  /** Notes the addresses in a text, so that no pseudonym equals one of them. */
  learn(text: string): void;
  /** A number with dots that is no address: 2.2.4.0 is a version of WSL. */
  exempt(version: string): void;
  mask(text: string): string;
}

/** `secret` makes the pseudonyms differ from capture to capture, so that nobody can work back. */
export function createAddressMasker(secret: Uint8Array): AddressMasker {
  const real = new Set<string>();
  const versions = new Set<string>();
  const publicOnes = createPseudonyms(() => real);
  const others = createPseudonyms(() => real);
  const mapped = new Map<string, string>();
  let turning: Turning | null = null;
  const issued = new Set<string>();

  const isReal = (text: string) =>
    !issued.has(text) && !others.isIssued(text) && !publicOnes.isIssued(text) && !versions.has(text);

  const maskIpv4 = (text: string): string => {
    const octets = text.split('.').map(Number);
    if (!isPersonalIpv4(octets) || !isReal(text)) return text;
    const known = mapped.get(text);
    if (known !== undefined) return known;
    const classBits = privateBits(octets);
    const made =
      classBits === null
        ? publicOnes.of(text, documentationAddress)
        : scramble(octets, classBits, (turning ??= chooseTurning(secret, [...real])));
    mapped.set(text, made);
    issued.add(made);
    return made;
  };

  const maskIpv6 = (text: string): string => {
    const groups = groupsOf(text);
    if (groups === undefined || !isReal(text.toLowerCase()) || !isPersonalIpv6(groups)) return text;
    const canonical = groups.map((group) => group.toString(16)).join(':');
    const net = others.of(`net ${canonical.split(':').slice(0, 4).join(':')}`, (n) => `net ${n}`).slice(4);
    return others.of(`ip ${canonical}`, (n) => ipv6In(groups[0] ?? 0, Number(net), n));
  };

  const maskMac = (text: string): string => {
    const digits = text.replace(/[^0-9a-f]/gi, '').toLowerCase();
    if (digits.length !== 12 || /^(0{12}|f{12})$/.test(digits) || others.isIssued(digits)) return text;
    const made = others.of(`mac ${digits}`, (n) => `02005e${n.toString(16).padStart(6, '0')}`);
    const next = made[Symbol.iterator]();
    const shaped = text.replace(/[0-9a-f]/gi, () => next.next().value ?? '0');
    return /[A-F]/.test(text) || !/[a-f]/.test(text) ? shaped.toUpperCase() : shaped;
  };

  return {
    learn(text) {
      for (const [found] of text.matchAll(ipv4))
        if (isPersonalIpv4(found.split('.').map(Number))) real.add(found);
      text.replace(ipv6, (run) => {
        eachIpv6(run, (found) => {
          real.add(found.toLowerCase());
          return found;
        });
        return run;
      });
      for (const pattern of [mac, bareMac, dottedMac])
        for (const [found] of text.matchAll(pattern))
          real.add(found.replace(/[^0-9a-f]/gi, '').toLowerCase());
    },
    exempt(version) {
      versions.add(version);
      real.delete(version);
    },
    mask: (text) =>
      text
        .replace(mac, maskMac)
        .replace(dottedMac, maskMac)
        .replace(looseMac, (found) => {
          const digits = found.replace(/[. ]/g, '').toLowerCase();
          return real.has(digits) || (found.includes('.') && isBareMac(digits)) ? maskMac(found) : found;
        })
        .replace(bareMac, (found) =>
          isBareMac(found) || real.has(found.toLowerCase()) ? maskMac(found) : found,
        )
        .replace(ipv6, (run) => eachIpv6(run, maskIpv6))
        .replace(versionOrIpv4, (found, version: string | undefined, address: string | undefined) =>
          version !== undefined || address === undefined ? found : maskIpv4(address),
        )
        .replace(dashedIpv4, (found) => {
          const dotted = found.replaceAll('-', '.');
          return real.has(dotted) ? maskIpv4(dotted).replaceAll('.', '-') : found;
        }),
  };
}

const ipv4 = /(?<![0-9A-Za-z.])\d{1,3}(?:\.\d{1,3}){3}(?![0-9A-Za-z]|\.\d)/g;
/** With what shows it to be a version: the word before it, or what follows in `5.15.153.1-2` and `…-microsoft-standard`. */
const versionOrIpv4 =
  /((?:version|versión|версия|バージョン|版本)[^0-9\r\n]{0,4}\d{1,3}(?:\.\d{1,3}){3}(?![0-9A-Za-z]|\.\d)|(?<![0-9A-Za-z.])\d{1,3}(?:\.\d{1,3}){3}-(?:[a-z]|\d{1,3}(?![\d.])))|((?<![0-9A-Za-z.])\d{1,3}(?:\.\d{1,3}){3}(?![0-9A-Za-z]|\.\d))/gi;
/** In the name of a machine, too (`ip-192-168-0-7`). */
const dashedIpv4 = /(?<![0-9A-Za-z]|\d-)\d{1,3}(?:-\d{1,3}){3}(?![0-9A-Za-z]|-\d)/g;
/** A run of what an IPv6 address is made of; what is none of it is told by `eachIpv6`. */
const ipv6 = /(?<![0-9a-f:])[0-9a-f:]{2,60}(?:\.\d{1,3}){0,3}/gi;
const mac = /(?<![0-9a-f:-])[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![0-9a-f:-])/gi;
/** Six pairs between dots or blanks, which could be a version or a dump: masked where it holds letters as well. */
const looseMac = /(?<![0-9a-z.])[0-9a-f]{2}([. ])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![0-9a-z.])/gi;
const dottedMac = /(?<![0-9a-z.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![0-9a-z.])/gi;
const bareMac = /(?<![0-9a-z-])[0-9a-f]{12}(?![0-9a-z-])/gi;

/** Twelve hexadecimal digits could be a number or half of an id; letters and digits mixed are taken for a MAC. */
function isBareMac(text: string): boolean {
  return /[a-f]/i.test(text) && /\d/.test(text);
}

/** Not loopback, `0.0.0.0`, masks, multicast and broadcast, and no number beyond 255. */
function isPersonalIpv4(octets: readonly number[]): boolean {
  const [first = 0, ...rest] = octets;
  if (octets.some((octet) => octet > 255)) return false;
  if (first === 0 || first === 127 || first === 255 || (first >= 224 && first <= 239)) return false;
  return !([128, 192, 240, 248, 252, 254].includes(first) && rest.every((octet) => octet === 0));
}

/** How many leading bits make up the range that an address stays in; null for public ones. */
function privateBits([first = 0, second = 0]: readonly number[]): number | null {
  if (first === 10) return 8;
  if (first === 172 && second >= 16 && second <= 31) return 12;
  if (first === 192 && second === 168) return 16;
  if (first === 169 && second === 254) return 16;
  return first === 100 && second >= 64 && second <= 127 ? 10 : null;
}

/** The address in the run, without the colons of a sentence around it; `::` alone and names as in C++ are none. */
function eachIpv6(run: string, mask: (address: string) => string): string {
  if (run.indexOf(':') === run.lastIndexOf(':') || !/\d/.test(run)) return run;
  const plain = run.replace(/(?:\.\d{1,3}){1,2}$/, '');
  for (const each of [run, plain]) {
    const core = each.replace(/^:(?!:)/, '').replace(/(?<!:):$/, '');
    if (isIpv6(core)) return run.replace(core, () => mask(core));
  }
  return run;
}

type Turning = (prefix: string) => boolean;

/**
 * Keeps common prefixes, so that what was one subnet still is: whether a bit is turned depends on the bits before it
 * (as Crypto-PAn does).
 */
function scramble(octets: readonly number[], classBits: number, turns: Turning): string {
  const bits = octets.map((octet) => octet.toString(2).padStart(8, '0')).join('');
  let made = '';
  for (let at = 0; at < 32; at++) {
    const bit = bits[at] === '1';
    made += bit !== (at >= classBits && turns(bits.slice(0, at))) ? '1' : '0';
  }
  return [0, 8, 16, 24].map((at) => Number.parseInt(made.slice(at, at + 8), 2)).join('.');
}

/** One for which no pseudonym holds an address that really occurs; there is one unless whole subnets are listed. */
function chooseTurning(secret: Uint8Array, real: readonly string[]): Turning {
  const personal = real.flatMap((text) => {
    const octets = /^[\d.]+$/.test(text) ? text.split('.').map(Number) : [];
    const classBits = privateBits(octets);
    return classBits === null ? [] : [{ octets, classBits }];
  });
  for (let round = 0; ; round++) {
    const turning = createTurning(secret, round);
    const made = personal.map(({ octets, classBits }) => scramble(octets, classBits, turning));
    if (round >= 100 || !made.some((text) => real.some((each) => text.includes(each)))) return turning;
  }
}

function createTurning(secret: Uint8Array, round: number): Turning {
  const known = new Map<string, boolean>();
  return (prefix) => {
    const found = known.get(prefix);
    if (found !== undefined) return found;
    const [byte = 0] = createHash('sha256').update(secret).update(`${round} ${prefix}`).digest();
    known.set(prefix, byte % 2 === 1);
    return byte % 2 === 1;
  };
}

/** RFC 5737, and behind them the range for benchmarks (RFC 2544). */
function documentationAddress(number: number): string {
  const nets = ['192.0.2', '198.51.100', '203.0.113'];
  const net = nets[Math.floor((number - 1) / 254)] ?? `198.18.${Math.floor(number / 254) % 256}`;
  return `${net}.${((number - 1) % 254) + 1}`;
}

/** Not `::`, `::1` and multicast. */
function isPersonalIpv6(groups: readonly number[]): boolean {
  const isLocal = groups.slice(0, 7).every((group) => group === 0) && (groups[7] ?? 0) <= 1;
  return !isLocal && ((groups[0] ?? 0) & 0xff00) !== 0xff00;
}

/** Link-local and unique local stay so; the rest is put into the range for documentation (RFC 3849). */
function ipv6In(first: number, net: number, host: number): string {
  const end = (0xa000 + host).toString(16);
  if ((first & 0xffc0) === 0xfe80) return `fe80::${end}`;
  const start = (first & 0xfe00) === 0xfc00 ? 'fd00:0:0' : '2001:db8:0';
  return `${start}:${net.toString(16)}::${end}`;
}
