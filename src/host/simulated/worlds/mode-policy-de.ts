/** Cases wsl-12019-vmms-16000 and wsl-11552-policy: the way around is forbidden by an administrator (wsl.md section 5). */
import { wslPolicies } from '../wsl-policy.js';
import { defineWorld, starts } from './define-world.js';
import { setLanguage, setWindows, setWsl, writeWslconfig } from './machine.js';
import { addSwitchFailures } from './vswitch-evidence.js';

export const modePolicyDe = defineWorld(
  {
    id: 'mode-policy-de',
    title: { en: 'Another network mode is forbidden', 'zh-CN': '禁止更改网络模式' },
    story: {
      en: 'No switch can be created, nobody knows why, and a policy of the company overrules the network mode in .wslconfig: only no network at all is always allowed. The machine speaks German.',
      'zh-CN':
        '无法创建交换机，原因不明，而公司策略覆盖了 .wslconfig 中的网络模式：只有“无网络”始终允许。系统语言为德语。',
    },
    sources: ['wsl-12019-vmms-16000', 'wsl-11552-policy'],
    expected: {
      health: 'broken',
      causes: ['unknown-vswitch-failure'],
      start: starts.failingInHns('0x80041002'),
    },
  },
  (world, now) => {
    setWindows(world, '22631.4169', 'Enterprise');
    setWsl(world, '2.2.4.0');
    world.faults.vswitch = 'fails-unexplained';
    world.registry[wslPolicies] = { AllowNetworkingModeUserSetting: { type: 'REG_DWORD', data: 0 } };
    setLanguage(world, 'de');
    writeWslconfig(world, '[wsl2]', 'networkingMode=virtioproxy');
    addSwitchFailures(world, now);
  },
);
