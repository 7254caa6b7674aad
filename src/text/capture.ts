/** What stands around a capture and a report. The report itself is for the WSL team and always in English. */
import type { CaptureFault } from '../domain/capture-fault.js';
import type { UsageSentence } from './cli.js';

export interface CaptureText {
  readonly report: {
    /** Above the report: what it is and what to do with it; Markdown. */
    readonly note: readonly string[];
    readonly simulated: string;
  };
  readonly command: {
    /** Under the file, before it is written. */
    readonly shownFirst: string;
    /** What cannot be read in a capture as it stands. */
    readonly encoded: string;
    readonly ask: (path: string) => string;
    readonly written: (path: string) => string;
    readonly notWritten: string;
    readonly masked: string;
    readonly fileExists: (path: string) => UsageSentence;
    readonly cannotWrite: (path: string, why: string) => UsageSentence;
    readonly cannotRead: (path: string, why: string) => UsageSentence;
    readonly nothingToChange: UsageSentence;
  };
  readonly unreadable: (path: string, fault: CaptureFault, where: string) => UsageSentence;
}

export const en: CaptureText = {
  report: {
    note: [
      'This is the text for an issue at https://github.com/microsoft/WSL/issues. Read it before you send it: names, addresses and keys were replaced, but only you know what else should stay private.',
      'Complete what is marked “please complete”, and attach the log that https://github.com/microsoft/WSL/blob/master/diagnostics/collect-wsl-logs.ps1 writes: the WSL team asks for it.',
    ],
    simulated: 'This is a practice machine. Do not send it to anybody.',
  },
  command: {
    shownFirst: 'This is the whole file, before it is written.',
    encoded: 'Text of programs stands in the capture as base64.',
    ask: (path) => `Write it to ${path}? Type y and press Enter to write it: `,
    written: (path) => `Written to ${path}.`,
    notWritten: 'Nothing was written.',
    masked:
      'Names of the person, the machine and its domain, SIDs, IP and MAC addresses, proxies, passwords and keys were replaced by made-up ones. Private addresses stay in their range, so that the network can still be understood.',
    fileExists: (path) => ({
      error: `There is a file ${path} already. Nothing was written.`,
      hint: 'Name another file with -o.',
    }),
    cannotWrite: (path, why) => ({
      error: `The file ${path} could not be written: ${why}`,
      hint: 'Name a file in a folder of your own with -o.',
    }),
    cannotRead: (path, why) => ({
      error: `The capture ${path} could not be read: ${why}`,
      hint: 'Name a file that wsl-netfix-tui capture wrote.',
    }),
    nothingToChange: {
      error: 'This machine is a recording, so nothing can be changed on it.',
      hint: 'Run the remedy on the machine itself.',
    },
  },
  unreadable: (path, fault, where) => ({
    error: {
      'not-json': `${path} is no capture: it holds no JSON.`,
      truncated: `${path} breaks off before its end, so it cannot be replayed.`,
      'not-a-capture': `${path} is JSON, but no capture of wsl-netfix-tui.`,
      'other-version': `${path} is a capture in a format that this version does not know.`,
      damaged: `${path} is damaged: ${where} is missing or not what it should be.`,
      'too-large': `${path} is too large for a capture.`,
    }[fault],
    hint: {
      'not-json': 'Name a file that wsl-netfix-tui capture wrote.',
      truncated: 'Ask for the file once more; it was cut off on its way.',
      'not-a-capture': 'Name a file that wsl-netfix-tui capture wrote.',
      'other-version': 'Use the newest version: npx wsl-netfix-tui@latest.',
      damaged: 'Ask for the file once more, or make a new capture.',
      'too-large': 'Name a file that wsl-netfix-tui capture wrote.',
    }[fault],
  }),
};

export const zhCN: CaptureText = {
  report: {
    note: [
      '以下内容用于在 https://github.com/microsoft/WSL/issues 提交问题。正文为英文，因为读者是 WSL 团队。发送前请先通读：姓名、地址和密钥已被替换，但是否还有其他不宜公开的内容，只有您知道。',
      '请补全标有“please complete”的部分，并附上 https://github.com/microsoft/WSL/blob/master/diagnostics/collect-wsl-logs.ps1 生成的日志：WSL 团队会要求提供。',
    ],
    simulated: '这是一台练习机。请不要把它发给任何人。',
  },
  command: {
    shownFirst: '以上是整个文件，尚未写入。',
    encoded: '记录中程序输出的文本以 base64 表示。',
    ask: (path) => `写入 ${path} 吗？输入 y 并按回车键写入：`,
    written: (path) => `已写入 ${path}。`,
    notWritten: '没有写入任何内容。',
    masked:
      '用户、计算机和域的名称、SID、IP 和 MAC 地址、代理、密码和密钥已替换为虚构的内容。私有地址仍在原来的范围内，以便看懂网络结构。',
    fileExists: (path) => ({
      error: `文件 ${path} 已经存在。没有写入任何内容。`,
      hint: '请用 -o 指定另一个文件。',
    }),
    cannotWrite: (path, why) => ({
      error: `无法写入文件 ${path}：${why}`,
      hint: '请用 -o 指定您自己文件夹中的文件。',
    }),
    cannotRead: (path, why) => ({
      error: `无法读取记录文件 ${path}：${why}`,
      hint: '请指定由 wsl-netfix-tui capture 写出的文件。',
    }),
    nothingToChange: {
      error: '这台机器只是一份记录，无法在上面做任何更改。',
      hint: '请在那台机器上执行该办法。',
    },
  },
  unreadable: (path, fault, where) => ({
    error: {
      'not-json': `${path} 不是记录文件：其中没有 JSON。`,
      truncated: `${path} 不完整，无法重放。`,
      'not-a-capture': `${path} 是 JSON，但不是 wsl-netfix-tui 的记录文件。`,
      'other-version': `${path} 的格式版本是当前程序不认识的。`,
      damaged: `${path} 已损坏：${where} 缺失或不正确。`,
      'too-large': `${path} 太大，不会是记录文件。`,
    }[fault],
    hint: {
      'not-json': '请指定由 wsl-netfix-tui capture 写出的文件。',
      truncated: '请重新索取该文件；它在传输途中被截断了。',
      'not-a-capture': '请指定由 wsl-netfix-tui capture 写出的文件。',
      'other-version': '请使用最新版本：npx wsl-netfix-tui@latest。',
      damaged: '请重新索取该文件，或重新生成一份记录。',
      'too-large': '请指定由 wsl-netfix-tui capture 写出的文件。',
    }[fault],
  }),
};
