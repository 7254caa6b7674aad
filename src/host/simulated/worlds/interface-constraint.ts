/** No report: WSL's network is tied to an adapter that no longer exists (causes.md, wsl.md sections 2.2 and 5). */
import { defineWorld, starts } from './define-world.js';
import { setWindows, setWsl } from './machine.js';

export const interfaceConstraint = defineWorld(
  {
    id: 'interface-constraint',
    title: { en: 'WSL is tied to an adapter that is gone', 'zh-CN': 'WSL 绑定到已不存在的适配器' },
    story: {
      en: 'A setting in the registry ties WSL\'s network to the adapter "Ethernet 3", a docking station\'s, which is not there. WSL falls back to VirtioProxy. Taking the setting away gives it its own network back.',
      'zh-CN':
        '注册表中的一项设置将 WSL 的网络绑定到扩展坞的适配器 “Ethernet 3”，而它已不存在。WSL 回退到 VirtioProxy。删除该设置即可恢复。',
    },
    invented: true,
    note: {
      en: "Made up from WSL's source code: no report of it is known.",
      'zh-CN': '根据 WSL 源代码虚构：没有已知的报告。',
    },
    sources: [],
    expected: {
      health: 'working-by-fallback',
      causes: ['nat-interface-constraint'],
      start: starts.byVirtioProxy,
    },
  },
  (world) => {
    setWindows(world, '26100.4061');
    setWsl(world, '2.6.3.0');
    world.registry['HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss'] = {
      ExternalInterfaceConstraint: { type: 'REG_SZ', data: 'Ethernet 3' },
      NatNetwork: { type: 'REG_SZ', data: '172.20.16.0/20' },
      NatGatewayIpAddress: { type: 'REG_SZ', data: '172.20.16.1' },
    };
  },
);
