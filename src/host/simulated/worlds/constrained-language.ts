/** A managed machine: policy forbids scripts (design.md section 4) and connection sharing (case wsl-12074, commands.md section 1). */
import { defineWorld, starts } from './define-world.js';
import { disableService, setWindows, setWsl } from './machine.js';

export const constrainedLanguage = defineWorld(
  {
    id: 'constrained-language',
    title: { en: 'A managed machine where scripts are forbidden', 'zh-CN': '禁止脚本的受管计算机' },
    story: {
      en: 'The company forbids PowerShell scripts of others, so that many questions stay without an answer. It also forbids connection sharing: its service is disabled, and WSL falls back to VirtioProxy. You are no administrator here.',
      'zh-CN':
        '公司禁止运行外来的 PowerShell 脚本，许多问题因此得不到答案。公司还禁止连接共享：其服务被禁用，WSL 回退到 VirtioProxy。你不是管理员。',
    },
    note: {
      en: 'Put together from two reports: that scripts are forbidden as well is made up.',
      'zh-CN': '由两份报告组合而成：同时禁止脚本这一点是虚构的。',
    },
    sources: ['wsl-12074-0x80070422-server', 'wsl-11552-policy'],
    expected: {
      health: 'working-by-fallback',
      causes: ['ics-disabled'],
      start: starts.byVirtioProxy,
    },
  },
  (world) => {
    setWindows(world, '26100.4061', 'Enterprise');
    setWsl(world, '2.7.11.0');
    world.languageMode = 'constrained';
    world.elevated = false;
    disableService(world, 'SharedAccess');
    world.registry['HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\Network Connections'] = {
      NC_ShowSharedAccessUI: { type: 'REG_DWORD', data: 0 },
    };
  },
);
