/** Cases kachick-ja-eaccess and wsl-11980-c-fallback-none: Windows 11 24H2, in Japanese. */
import { defineWorld, starts } from './define-world.js';
import { setLanguage, setWindows, setWsl } from './machine.js';

export const hnsDeniedJa = defineWorld(
  {
    id: 'hns-denied-ja',
    title: { en: 'HNS denies access on 24H2', 'zh-CN': '24H2 上 HNS 拒绝访问' },
    story: {
      en: 'After the update to Windows 11 24H2, HNS denies access to WSL, which starts without network. Restarting HNS helped after some attempts, and so did restarting the computer. The machine speaks Japanese.',
      'zh-CN':
        '升级到 Windows 11 24H2 后，HNS 拒绝 WSL 访问，WSL 在没有网络的情况下启动。多次重启 HNS 或重新启动计算机后恢复。系统语言为日语。',
    },
    sources: ['kachick-ja-eaccess', 'wsl-11980-c-fallback-none', 'mimikun-ja-eaccess'],
    expected: {
      health: 'broken',
      causes: ['hns-access-denied'],
      start: starts.withoutNetwork('HNS/E_ACCESSDENIED'),
    },
  },
  (world) => {
    setWindows(world, '26100.2033');
    setWsl(world, '2.3.24.0');
    world.faults.hns.denials = 2;
    setLanguage(world, 'ja');
  },
);
