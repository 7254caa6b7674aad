/** Cases wsl-12019-vmms-16000 and pluralsight-newvmswitch-80041002, as most people meet them: not as an administrator. */
import { defineWorld, starts } from './define-world.js';
import { addSwitchFailures } from './vswitch-evidence.js';

export const noAdmin80041002 = defineWorld(
  {
    id: 'no-admin-80041002',
    title: {
      en: '0x80041002, and started without administrator rights',
      'zh-CN': '0x80041002，且未以管理员身份启动',
    },
    story: {
      en: 'The program was started as usual, not as administrator, so that some checks are left out until you look deeper and Windows asks for consent. Windows can create no virtual switch, not even one without WSL, as a test switch shows. No cure was reported: WSL can only be made to work around it.',
      'zh-CN':
        '程序按通常方式启动，没有管理员权限，因此部分检查会被略过，直到选择深入检查并在 Windows 的提示中同意。Windows 无法创建任何虚拟交换机，测试交换机表明即使不经过 WSL 也是如此。没有已报告的修复方法，只能绕过。',
    },
    sources: ['wsl-12019-vmms-16000', 'pluralsight-newvmswitch-80041002'],
    expected: {
      health: 'broken',
      causes: ['unknown-vswitch-failure'],
      start: starts.failingInHns('0x80041002'),
    },
  },
  (world, now) => {
    world.elevated = false;
    world.faults.vswitch = 'fails-unexplained';
    addSwitchFailures(world, now);
  },
);
