/** No report: Windows itself has no internet, which WSL cannot have either (commands.md section 3). */
import { defineWorld, starts } from './define-world.js';
import { setWindows, setWsl } from './machine.js';

export const hostOffline = defineWorld(
  {
    id: 'host-offline',
    title: { en: 'Windows itself is offline', 'zh-CN': 'Windows 本身处于离线状态' },
    story: {
      en: 'The cable is out. WSL starts with NAT networking and reaches nothing, and neither does Windows: of the network of WSL nothing can be said.',
      'zh-CN': '网线已断开。WSL 以 NAT 网络启动但无法访问任何地址，Windows 也一样：无法对 WSL 的网络下结论。',
    },
    invented: true,
    note: { en: 'Made up for practice.', 'zh-CN': '为练习而虚构。' },
    sources: [],
    expected: { health: 'unknown', causes: ['host-offline'], start: starts.well },
  },
  (world) => {
    setWindows(world, '22631.4460');
    setWsl(world, '2.7.11.0');
    world.online = false;
  },
);
