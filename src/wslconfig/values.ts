/**
 * What WSL accepts as a value (microsoft/WSL src/shared/inc/stringshared.h, configfile.cpp, WslCoreConfig.cpp).
 * Values come as characters 0..255, one a byte.
 */
import type { NetworkingMode } from '../domain/facts.js';
import { isOlder, type ValueType } from './keys.js';
import type { WarningId } from './scan.js';

/** From here on `Consomme` is the name and `VirtioProxy` an alias; before, `Consomme` is invalid. */
export const consommeSince = '2.9.0';

/** What WSL warns about; empty for a value that it takes. */
export function warningsFor(type: ValueType, value: string, wslVersion?: string): readonly WarningId[] {
  switch (type) {
    case 'text':
    case 'path':
      return [];
    case 'bool':
      return unless(/^(?:[01]|true|false)$/i.test(value), 'MessageConfigInvalidBoolean');
    case 'int':
      return unless(isInteger(value), 'MessageConfigInvalidInteger');
    case 'size':
      return unless(isSize(value), 'MessageInvalidNumberString');
    case 'networkingMode':
      return unless(parseNetworkingMode(value, wslVersion) !== undefined, 'MessageConfigInvalidEnum');
    case 'reclaim':
      return unless(/^(?:disabled|gradual|dropcache)$/i.test(value), 'MessageConfigInvalidEnum');
    case 'mac':
      return unless(isMacAddress(value), 'MessageConfigMacAddress');
    case 'ip':
      return unless(isIpv4(value), 'MessageConfigInvalidIp');
    case 'ports':
      return badPorts(value).map(() => 'MessageConfigInvalidInteger');
  }
}

const modes: ReadonlyMap<string, NetworkingMode> = new Map([
  ['none', 'None'],
  ['nat', 'Nat'],
  ['bridged', 'Bridged'],
  ['mirrored', 'Mirrored'],
  ['virtioproxy', 'VirtioProxy'],
  ['consomme', 'VirtioProxy'],
]);

/** The words for a mode, as a nearest-name search wants them. */
export const networkingModeWords = [...modes.keys()];

/** The mode that a word names, in any letter case; of the given WSL version, else of the newest. */
export function parseNetworkingMode(word: string, wslVersion?: string): NetworkingMode | undefined {
  const lower = word.toLowerCase();
  if (lower === 'consomme' && wslVersion !== undefined && isOlder(wslVersion, consommeSince))
    return undefined;
  return modes.get(lower);
}

/** Whether a bool value that WSL takes means true. */
export function isTrue(value: string): boolean {
  return /^(?:1|true)$/i.test(value);
}

function unless(valid: boolean, warning: WarningId): readonly WarningId[] {
  return valid ? [] : [warning];
}

/** C's strtol with base 0 over the whole string: blanks and a sign before it, 0x and leading zeros; it saturates. */
function isInteger(value: string): boolean {
  return /^[ \t\n\v\f\r]*[+-]?(?:0x[\da-f]+|0[0-7]*|[1-9]\d*)$/i.test(value);
}

/** C's strtoull, then a unit in capitals. Zero is taken only as a bare `0`, though signs and blanks are before other numbers. */
function isSize(value: string): boolean {
  const match = /^([ \t\n\v\f\r]*[+-]?)(\d+)(?:B|[KMGT]B?)?$/.exec(value);
  if (match === null) return false;
  const [, before = '', digits = ''] = match;
  return /[1-9]/.test(digits) || (before === '' && digits === '0');
}

function isMacAddress(value: string): boolean {
  return /^[\da-f]{2}([-:])(?:[\da-f]{2}\1){4}[\da-f]{2}$/i.test(value);
}

function isIpv4(value: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(value);
}

/** Items that are no port; C++'s stoi reads the number that an item begins with, empty items are skipped. */
function badPorts(value: string): readonly string[] {
  return value.split(',').filter((item) => {
    if (item === '') return false;
    const number = Number(/^[ \t\n\v\f\r]*([+-]?\d+)/.exec(item)?.[1] ?? 0);
    return number < 1 || number > 65_535;
  });
}
