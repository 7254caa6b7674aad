/** Case wsl-11389-unhandled: it began when two adapters were bridged in the Network and Sharing Center. */
import { bridgeComponent } from '../network-components.js';
import { defineWorld, starts } from './define-world.js';
import { setLanguage, setWindows, setWsl } from './machine.js';

export const networkBridgeDe = defineWorld(
  {
    id: 'network-bridge-de',
    title: { en: 'A network bridge', 'zh-CN': '网络桥' },
    story: {
      en: 'Two adapters of Windows were joined to a network bridge, and since then HNS ends with an exception of its own. Taking the bridge apart gives WSL its network back. The machine speaks German.',
      'zh-CN':
        'Windows 的两个适配器被连接成网络桥，此后 HNS 自身发生异常。拆除网络桥后 WSL 恢复网络。系统语言为德语。',
    },
    invented: true,
    note: {
      en: 'The reporter saw the connection and no cure: that taking the bridge apart helps is made up.',
      'zh-CN': '报告者只发现了关联，没有找到解决方法：拆除网络桥有效是虚构的。',
    },
    sources: ['wsl-11389-unhandled'],
    expected: {
      health: 'broken',
      causes: ['network-bridge'],
      start: starts.failingInHns('ERROR_UNHANDLED_EXCEPTION'),
    },
  },
  (world) => {
    setWindows(world, '19045.4170');
    setWsl(world, '2.1.5.0');
    setLanguage(world, 'de');
    world.devices.push({
      guid: '3C5E9B10-72D4-4F86-A1B3-0D6E8F2C7A95',
      index: 24,
      name: 'Netzwerkbrücke',
      description: 'Microsoft Network Adapter Multiplexor Driver',
      componentId: bridgeComponent,
      status: 'Up',
      hidden: false,
      problem: 0,
    });
    for (const { alias } of world.adapters)
      world.bindings.push({ adapter: alias, componentId: 'ms_implat', enabled: true });
    world.hnsNetworks = [];
  },
);
