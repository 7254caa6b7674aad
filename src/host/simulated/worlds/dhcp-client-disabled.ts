/** microsoft/WSL#10709: among the ways out that were tried there is the DHCP client's service. */
import { defineWorld, starts } from './define-world.js';
import { disableService, setWsl } from './machine.js';

export const dhcpClientDisabled = defineWorld(
  {
    id: 'dhcp-client-disabled',
    title: { en: 'The DHCP client is disabled', 'zh-CN': 'DHCP 客户端被禁用' },
    story: {
      en: 'The computer has a fixed address, and somebody disabled the DHCP client as needless. HNS needs the service all the same: 0x80070424.',
      'zh-CN': '计算机使用固定地址，有人认为 DHCP 客户端多余而将其禁用。但 HNS 仍需要该服务：0x80070424。',
    },
    invented: true,
    note: {
      en: 'One user of a long thread named this service: that it was the reason there is made up.',
      'zh-CN': '某个长讨论中有一位用户提到该服务：它就是原因这一点是虚构的。',
    },
    sources: ['wsl-10709-c-nothing-worked'],
    expected: {
      health: 'broken',
      causes: ['dhcp-client-disabled'],
      start: starts.failingInHns('0x80070424'),
    },
  },
  (world) => {
    setWsl(world, '2.0.9.0');
    disableService(world, 'Dhcp');
    for (const adapter of world.adapters)
      if (adapter.dhcp && adapter.lease !== null)
        Object.assign(adapter, {
          dhcp: false,
          addresses: adapter.lease.addresses,
          gateways: adapter.lease.gateways,
        });
  },
);
