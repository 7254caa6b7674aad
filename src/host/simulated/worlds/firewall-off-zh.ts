/** Case wsl-12645-virtioproxy, with the reason that a Chinese user found: the firewall's service was disabled (commands.md section 1). */
import { defineWorld, starts } from './define-world.js';
import { disableService, setLanguage, setWindows, setWsl } from './machine.js';

export const firewallOffZh = defineWorld(
  {
    id: 'firewall-off-zh',
    title: { en: "The firewall's service is disabled", 'zh-CN': '防火墙服务被禁用' },
    story: {
      en: "A tweak disabled the service of Windows' firewall. HNS cannot reach it, WSL falls back to VirtioProxy and says no code; the event log of HNS does: 0x800706d9. The machine speaks Chinese.",
      'zh-CN':
        '某个优化设置禁用了 Windows 防火墙服务。HNS 无法与其通信，WSL 回退到 VirtioProxy 且不显示代码；HNS 的事件日志中有：0x800706d9。系统语言为中文。',
    },
    sources: ['wsl-12645-virtioproxy'],
    expected: {
      health: 'working-by-fallback',
      causes: ['firewall-service-disabled'],
      start: starts.byVirtioProxy,
    },
  },
  (world) => {
    setWindows(world, '26100.7840');
    setWsl(world, '2.6.3.0');
    disableService(world, 'mpssvc');
    setLanguage(world, 'zh-CN');
  },
);
