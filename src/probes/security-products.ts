import type { SecurityProduct } from '../domain/system-facts.js';

/** A product whose drivers filter the network, by names that Windows does not translate. */
export interface KnownProduct {
  readonly product: string;
  readonly kind: SecurityProduct['kind'];
  /** Services and drivers of its installer. */
  readonly services: readonly string[];
  /** Of the name under "Apps and features". */
  readonly installed: RegExp;
}

/**
 * Products named in reports: Comodo (microsoft/WSL#5329, #5340, #8446), AVG (#11336), Kaspersky (#11501), Twingate (#11273),
 * Sangfor (#4925), Private Internet Access (#4364); the others are of the same kind. Service names are general knowledge.
 */
export const knownProducts: readonly KnownProduct[] = [
  {
    product: 'Comodo',
    kind: 'security',
    services: ['inspect', 'cmdGuard', 'cmdAgent'],
    installed: /^comodo\b|\bxcitium\b/i,
  },
  {
    product: 'Kaspersky',
    kind: 'security',
    services: ['klim6', 'klif'],
    installed: /^kaspersky\b|卡巴斯基/i,
  },
  { product: 'AVG', kind: 'security', services: ['avgNetSec', 'AVG Antivirus'], installed: /^AVG\b/ },
  { product: 'Avast', kind: 'security', services: ['aswNetSec', 'avast! Antivirus'], installed: /^avast\b/i },
  { product: 'Bitdefender', kind: 'security', services: ['bdfwfpf', 'VSSERV'], installed: /^bitdefender\b/i },
  { product: 'ESET', kind: 'security', services: ['epfwwfp', 'ekrn'], installed: /^ESET\b/ },
  { product: 'Norton', kind: 'security', services: ['SymNetS'], installed: /^norton\b|^symantec\b/i },
  {
    product: 'McAfee',
    kind: 'security',
    services: ['mfewfpk', 'mfefirek'],
    installed: /^mcafee\b|^trellix\b/i,
  },
  {
    product: 'Sophos',
    kind: 'security',
    services: ['sntp', 'Sophos Endpoint Defense'],
    installed: /^sophos\b/i,
  },
  { product: 'CrowdStrike', kind: 'security', services: ['CSAgent'], installed: /^crowdstrike\b/i },
  { product: 'SentinelOne', kind: 'security', services: ['SentinelAgent'], installed: /^sentinel agent\b/i },
  {
    product: 'Huorong',
    kind: 'security',
    services: ['HipsDaemon', 'sysdiag'],
    installed: /火绒|^huorong\b/i,
  },
  {
    product: '360',
    kind: 'security',
    services: ['360FsFlt', 'ZhuDongFangYu'],
    installed: /^360(?:安全|杀毒| total)/i,
  },
  { product: 'Zscaler', kind: 'vpn', services: ['ZSAService'], installed: /^zscaler\b/i },
  {
    product: 'Sangfor',
    kind: 'vpn',
    services: ['SangforSP', 'SangforVnic'],
    installed: /sangfor|easyconnect|深信服/i,
  },
  { product: 'Twingate', kind: 'vpn', services: ['Twingate.Service'], installed: /^twingate\b/i },
  {
    product: 'Private Internet Access',
    kind: 'vpn',
    services: ['PrivateInternetAccessService'],
    installed: /^private internet access\b/i,
  },
  {
    product: 'Cisco AnyConnect',
    kind: 'vpn',
    services: ['vpnagent', 'acsock'],
    installed: /^cisco (?:anyconnect|secure client)\b/i,
  },
  { product: 'GlobalProtect', kind: 'vpn', services: ['PanGPS'], installed: /^globalprotect\b/i },
  {
    product: 'FortiClient',
    kind: 'vpn',
    services: ['FA_Scheduler', 'ftsvnic'],
    installed: /^forticlient\b/i,
  },
];
