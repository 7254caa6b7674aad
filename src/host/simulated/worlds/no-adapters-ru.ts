/** Case wsl-6089-adapters-empty: Windows shows no network adapter at all. */
import { defineWorld } from './define-world.js';
import { setInboxWsl, setLanguage, setPlatformOnly, setWindows } from './machine.js';

export const noAdaptersRu = defineWorld(
  {
    id: 'no-adapters-ru',
    title: { en: 'Windows lost its network adapters', 'zh-CN': 'Windows 丢失了网络适配器' },
    story: {
      en: "The list of network adapters is empty: Windows' own network is damaged, and WSL's with it. In the report, Winsock was reset and all network devices were removed and found anew, which is dangerous. The machine speaks Russian.",
      'zh-CN':
        '网络适配器列表为空：Windows 自身的网络已损坏，WSL 的网络也随之失效。报告中重置了 Winsock，并删除后重新识别所有网络设备，这很危险。系统语言为俄语。',
    },
    sources: ['wsl-6089-adapters-empty', 'wsl-9909-e000020b'],
    expected: {
      health: 'broken',
      causes: ['network-stack-damaged'],
      start: { network: null, code: '0xe000020b' },
    },
  },
  (world) => {
    setWindows(world, '19041.572');
    setPlatformOnly(world, 'Professional');
    setInboxWsl(world);
    setLanguage(world, 'ru');
    world.adapters = [];
    world.bindings = [];
    world.online = false;
  },
);
