/** Case wsl-11265-0x800706d9: Microsoft's reading of the trace is that HNS does not run. */
import { defineWorld, starts } from './define-world.js';
import { disableService, setLanguage, setWindows, setWsl } from './machine.js';

export const hnsDisabledDe = defineWorld(
  {
    id: 'hns-disabled-de',
    title: { en: 'The Host Network Service is disabled', 'zh-CN': '主机网络服务被禁用' },
    story: {
      en: 'The Host Network Service is disabled, so that nobody answers when WSL asks for its network. Allowing the service again is the cure. The machine speaks German.',
      'zh-CN': '主机网络服务被禁用，WSL 请求网络时无人应答。重新允许该服务即可修复。系统语言为德语。',
    },
    sources: ['wsl-11265-0x800706d9'],
    expected: {
      health: 'broken',
      causes: ['hns-not-running'],
      start: starts.failingInHns('0x800706d9'),
    },
  },
  (world) => {
    setWindows(world, '19045.4046');
    setWsl(world, '2.1.4.0');
    disableService(world, 'hns');
    world.hnsNetworks = [];
    setLanguage(world, 'de');
  },
);
