/** Case wsl-11744-msi: the WSL that came with Windows, on a Windows 11 that wants the newer one. */
import { switchNotFound } from '../network-components.js';
import { defineWorld } from './define-world.js';
import { setInboxWsl, setPlatformOnly, setWindows } from './machine.js';

export const inboxWsl = defineWorld(
  {
    id: 'inbox-wsl',
    title: { en: 'The WSL that came with Windows', 'zh-CN': 'Windows 自带的旧版 WSL' },
    story: {
      en: 'Only the WSL that is a part of Windows is installed; it prints a bare 0x80041002, and no event log says more. Installing the current WSL helped.',
      'zh-CN':
        '只安装了 Windows 自带的 WSL；它只显示 0x80041002，事件日志中也没有更多信息。安装当前版本的 WSL 有效。',
    },
    sources: ['wsl-11744-msi'],
    expected: {
      health: 'broken',
      causes: ['wsl-outdated'],
      start: { network: null, code: switchNotFound },
    },
  },
  (world) => {
    setWindows(world, '22631.3737');
    setPlatformOnly(world, 'Professional');
    setInboxWsl(world);
  },
);
