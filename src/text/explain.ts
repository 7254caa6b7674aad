/** The sentences of `explain`: why a cause is named, why a remedy is, and why a piece of advice is not followed. */
import type { NetworkingMode } from '../domain/facts.js';
import type { CauseId } from '../domain/ids.js';
import type { CauseReason, FolkloreId, Gist, Reason, RemedyReason, Stage } from '../domain/reasons.js';
import { en as causesEn, zhCN as causesZhCN, type CausesText } from './causes.js';
import type { Language } from './language.js';

/** Where the answer is read: the program's own screen has the checks behind it, a command line has not. */
export type AnsweredOn = 'screen' | 'command-line';

export interface ExplainText {
  /** One reason as one or two sentences, complete by itself. */
  readonly why: (reason: Reason) => string;
  /** The same under a gist and a table of codes, which need not be said once more for each cause. */
  readonly whyBelow: (reason: Reason) => string;
  /** What it comes to, in one or two sentences. */
  readonly gist: (gist: Gist) => string;
  readonly next: Readonly<Record<AnsweredOn, Readonly<Record<Gist['next'], string>>>>;
  readonly nextTitle: string;
  alsoPossible(names: readonly string[]): string;
  /** Where a code came from, for the table of codes. */
  readonly stages: Readonly<Record<Stage, string>>;
}

/** What a language has to say; `rendererOf` puts it together. */
interface Words {
  readonly causes: CausesText;
  readonly folklore: Readonly<Record<FolkloreId, string>>;
  readonly stages: Readonly<Record<Stage, string>>;
  code(text: string, stage: string): string;
  mode(failed: NetworkingMode, fallback: NetworkingMode | null): string;
  readonly gists: Readonly<Record<Exclude<Gist['is'], 'fallback' | 'without-network'>, string>>;
  fellBack(failed: NetworkingMode, fallback: NetworkingMode): string;
  withoutNetwork(failed: NetworkingMode): string;
  readonly next: Readonly<Record<AnsweredOn, Readonly<Record<Gist['next'], string>>>>;
  readonly nextTitle: string;
  alsoPossible(names: readonly string[]): string;
  evidence(found: readonly string[]): string;
  readonly exitCodeOnly: string;
  /** In the place of the meaning of `unknown`, where no sign of a failure was found. */
  readonly noSign: string;
  remedy(because: RemedyReason['because'], causeName: (cause: CauseId) => string): string;
  readonly separator: string;
}

/** The log and the positional parameter: commands.md section 1. In one line of 80 cells, so that it can be copied. */
const readEvents = 'Get-WinEvent Microsoft-Windows-Host-Network-Service-Admin -MaxEvents 20 | fl';

const english: Words = {
  causes: causesEn,
  separator: ' ',
  stages: {
    network: 'setting up the network',
    vm: 'starting the virtual machine',
    service: 'in WSL’s own service',
    install: 'installing or updating',
    other: 'place not said',
  },
  gists: {
    network: 'A network failure: Windows could not set up the network that WSL needs.',
    vm: 'Not a network failure: the virtual machine of WSL could not be started, or did not answer.',
    service: 'Not a network failure: WSL’s own service failed, or could not be reached.',
    install: 'Not a failure of WSL’s network: installing, updating or downloading something failed.',
    other: 'The text does not say at which point this failed.',
    'names-only': 'No error code was found in this text. What it names points to the following.',
    nothing: 'No error code was found in this text.',
  },
  fellBack: (failed, fallback) =>
    `WSL works by a fallback: it could not set up ${modeName(failed)} networking and went on with ${fallback}. The fault is still there.`,
  withoutNetwork: (failed) =>
    `WSL starts, but without a network: it could not set up ${modeName(failed)} networking. Files and programs can be reached.`,
  nextTitle: 'What next',
  next: {
    'command-line': {
      machine:
        'The text alone cannot prove this. wsl-netfix-tui diagnose looks at the machine itself and changes nothing.',
      'event-log': `WSL printed no code, but Windows logged one. wsl-netfix-tui diagnose reads it on that machine and changes nothing. Or explain what this prints in PowerShell:\n${readEvents}`,
      'settings-file':
        'wsl-netfix-tui wslconfig check explains every line of .wslconfig that WSL ignores or reads differently.',
      'whole-text':
        'Give it everything that WSL prints, down to the line that ends in a code, such as Wsl/Service/…/0x80041002. Or run wsl-netfix-tui diagnose on that machine; it changes nothing.',
    },
    screen: {
      machine: 'The text alone cannot prove this. Esc leads back to what the checks find on the machine.',
      'event-log': `WSL printed no code, but Windows logged one. Esc leads back to the checks, which read it. Or paste here what this prints in PowerShell:\n${readEvents}`,
      'settings-file': 'Esc leads back to the checks, which name every line of .wslconfig that WSL ignores.',
      'whole-text':
        'Paste everything that WSL prints, down to the line that ends in a code, such as Wsl/Service/…/0x80041002. Esc leads back to the checks.',
    },
  },
  alsoPossible: (names) => `Also possible: ${names.join(' · ')}`,
  code: (text, stage) => `Fits the code ${text} (${stage}).`,
  mode: (failed, fallback) =>
    fallback === null
      ? `WSL could not set up the ${failed} mode.`
      : `WSL could not set up the ${failed} mode and went on with ${fallback}, without printing a code.`,
  evidence: (found) => `The text names ${found.map((text) => `“${text}”`).join(', ')}.`,
  noSign: 'Nothing in this text says what is wrong, or whether anything is.',
  exitCodeOnly: '4294967295 (0xffffffff) is only the exit code that wsl.exe gives for every failure.',
  remedy: (because, causeName) => {
    switch (because.key) {
      case 'repairs':
        return `Repairs it if the cause is ${causeName(because.cause)}.`;
      case 'may-repair':
        return `May repair it if the cause is ${causeName(because.cause)}; reports differ.`;
      case 'needs-no-hns':
        return because.inUse
          ? 'No repair: keeps the mode that WSL fell back to, without a failed attempt at every start.'
          : 'No repair: gives WSL a network that needs neither HNS nor a virtual switch. Works from WSL 2.0.7 on.';
      case 'starts-without-network':
        return 'No repair: WSL starts, without any network, so that files and programs can be reached.';
      case 'wsl1-needs-no-switch':
        return 'No repair: WSL 1 needs no virtual machine and no virtual switch. Export the distribution first.';
      case 'newer-wsl-falls-back':
        return because.version === null
          ? 'No repair: WSL 2.4.11 and newer start with another kind of network when this one fails.'
          : `No repair: the text names WSL ${because.version}; 2.4.11 and newer start with another kind of network when this one fails.`;
      case 'keeps-files':
        return 'Gets the files of a distribution out before anything else is tried.';
    }
  },
  folklore: {
    'netcfg-delete':
      'Do not run `netcfg -d`: it removed every network adapter for good in one report (WSL issue 6341), and the error stayed.',
    'hnsdiag-reset':
      'Do not erase all HNS networks: one report lost all networking of Windows and the error stayed (WSL issue 11389). Removing WSL’s own network is enough.',
    'switch-by-hand':
      'Do not create WSL’s switch by hand: it only turns the error into 0x803b0001 (WSL issue 5294), and an external switch takes the network from Windows.',
    'distro-unregister':
      'Do not unregister the distribution: that deletes all its files, and the distribution is not the cause.',
    'port-53-kill-all':
      'Do not end everything on port 53: Windows’ own connection sharing and Docker are among them (WSL issue 4364). Find the one program that does not belong there.',
    'sharedaccess-stop':
      'Do not stop SharedAccess while WSL runs: WSL’s network depends on it, and blue screens were reported (WSL issue 6646).',
    'hns-restart-alone':
      'Restarting HNS while WSL runs leads to 0x800706bf until Windows restarts (WSL issue 9634): shut WSL down first, and start the dependent services again.',
    'hns-service-delete':
      'Do not delete these services or their triggers: reinstalling WSL does not bring them back (WSL issue 4403).',
    'netsh-reset':
      'The netsh resets have no reported effect on errors of HNS (WSL issue 41228); they help against damaged Winsock providers. Save static addresses first.',
    'wmi-repository-reset':
      'Do not rebuild the WMI repository for this: no report of 0x80041002 was cured by it, and other programs lose their registrations.',
    'hyperv-toggle':
      'Switching Hyper-V on or off can start this error (WSL issue 5884), break all distributions (4929) or cost you your virtual machines (10755).',
    'network-reset':
      'The network reset removes VPN connections and static addresses and restarts Windows after five minutes: save them first.',
    'default-version-1':
      '`wsl --set-default-version 1` only affects distributions that are installed later (WSL issue 7404); existing ones have to be converted.',
    'dotted-key':
      '`wsl2.networkingMode=…` is not how the file is written: WSL rejects the line (WSL issue 9840). It is `networkingMode=…` below a line `[wsl2]`.',
  },
};

const chinese: Words = {
  causes: causesZhCN,
  separator: '',
  stages: {
    network: '设置网络时',
    vm: '启动虚拟机时',
    service: 'WSL 服务中',
    install: '安装或更新时',
    other: '未说明位置',
  },
  gists: {
    network: '这是网络故障：Windows 无法设置 WSL 需要的网络。',
    vm: '不是网络故障：WSL 的虚拟机无法启动，或没有响应。',
    service: '不是网络故障：WSL 自己的服务出错，或无法连接。',
    install: '不是 WSL 的网络故障：安装、更新或下载失败。',
    other: '这段文本没有说明是在哪一步失败的。',
    'names-only': '这段文本里没有找到错误代码。其中提到的内容指向以下原因。',
    nothing: '这段文本里没有找到错误代码。',
  },
  fellBack: (failed, fallback) =>
    `WSL 可以使用，但用的是备用网络：${modeName(failed)} 模式设置失败，已改用 ${fallback}。故障本身仍在。`,
  withoutNetwork: (failed) =>
    `WSL 可以启动，但没有网络：${modeName(failed)} 模式设置失败。文件和程序仍可使用。`,
  nextTitle: '下一步',
  next: {
    'command-line': {
      machine: '仅凭一段文本无法确定。请在那台机器上运行 wsl-netfix-tui diagnose，它只查看，不做任何更改。',
      'event-log': `WSL 没有输出代码，但 Windows 会记录它。请在那台机器上运行 wsl-netfix-tui diagnose，它会读取记录，不做任何更改。也可以在 PowerShell 中运行下面的命令，再用 explain 解释其结果：\n${readEvents}`,
      'settings-file':
        '运行 wsl-netfix-tui wslconfig check，它会解释 .wslconfig 中被 WSL 忽略或误读的每一行。',
      'whole-text':
        '请提供 WSL 输出的全部内容，直到以代码结尾的那一行，例如 Wsl/Service/…/0x80041002。也可以在那台机器上运行 wsl-netfix-tui diagnose，它不做任何更改。',
    },
    screen: {
      machine: '仅凭一段文本无法确定。按 Esc 回到对这台机器的检查结果。',
      'event-log': `WSL 没有输出代码，但 Windows 会记录它。按 Esc 回到检查结果，其中会读取记录。也可以在 PowerShell 中运行下面的命令，再把结果粘贴到这里：\n${readEvents}`,
      'settings-file': '按 Esc 回到检查结果，其中会指出 .wslconfig 中被 WSL 忽略的每一行。',
      'whole-text':
        '请粘贴 WSL 输出的全部内容，直到以代码结尾的那一行，例如 Wsl/Service/…/0x80041002。按 Esc 回到检查结果。',
    },
  },
  alsoPossible: (names) => `也可能是：${names.join(' · ')}`,
  code: (text, stage) => `与代码 ${text}（${stage}）相符。`,
  mode: (failed, fallback) =>
    fallback === null
      ? `WSL 无法设置 ${failed} 模式。`
      : `WSL 无法设置 ${failed} 模式，改用 ${fallback} 继续，且没有输出代码。`,
  evidence: (found) => `文本中提到 ${found.map((text) => `“${text}”`).join('、')}。`,
  noSign: '这段文本没有说明出了什么问题，也看不出是否真的有问题。',
  exitCodeOnly: '4294967295 (0xffffffff) 只是 wsl.exe 在任何失败时的退出代码。',
  remedy: (because, causeName) => {
    switch (because.key) {
      case 'repairs':
        return `如果原因是${spaced(causeName(because.cause))}，可以修复。`;
      case 'may-repair':
        return `如果原因是${spaced(causeName(because.cause))}，也许可以修复；各报告结果不一。`;
      case 'needs-no-hns':
        return because.inUse
          ? '不是修复：保持 WSL 已回退到的模式，不再每次启动都先失败一次。'
          : '不是修复：让 WSL 使用不需要 HNS 和虚拟交换机的网络。WSL 2.0.7 起可用。';
      case 'starts-without-network':
        return '不是修复：WSL 可以启动但没有网络，文件和程序仍可使用。';
      case 'wsl1-needs-no-switch':
        return '不是修复：WSL 1 不需要虚拟机和虚拟交换机。请先导出发行版。';
      case 'newer-wsl-falls-back':
        return because.version === null
          ? '不是修复：WSL 2.4.11 及更新版本在此网络失败时会改用另一种网络启动。'
          : `不是修复：文本中的 WSL 是 ${because.version}；2.4.11 及更新版本在此网络失败时会改用另一种网络启动。`;
      case 'keeps-files':
        return '在尝试其他办法之前，先把发行版中的文件取出来。';
    }
  },
  folklore: {
    'netcfg-delete': '不要运行 `netcfg -d`：有报告因此永久失去所有网卡（WSL issue 6341），错误依旧。',
    'hnsdiag-reset':
      '不要清除所有 HNS 网络：有报告因此失去 Windows 的全部网络，错误依旧（WSL issue 11389）。只移除 WSL 自己的网络就够了。',
    'switch-by-hand':
      '不要手动创建 WSL 的交换机：那只会把错误变成 0x803b0001（WSL issue 5294），而外部交换机会夺走 Windows 的网络。',
    'distro-unregister': '不要注销发行版：那会删除其中所有文件，而发行版并不是原因。',
    'port-53-kill-all':
      '不要结束 53 端口上的所有程序：其中有 Windows 自己的连接共享和 Docker（WSL issue 4364）。请找出不该在那里的那一个。',
    'sharedaccess-stop':
      'WSL 运行时不要停止 SharedAccess：WSL 的网络依赖它，还有蓝屏的报告（WSL issue 6646）。',
    'hns-restart-alone':
      'WSL 运行时重启 HNS 会导致 0x800706bf，直到 Windows 重启（WSL issue 9634）：请先关闭 WSL，并重新启动依赖的服务。',
    'hns-service-delete': '不要删除这些服务或其触发器：重装 WSL 不会恢复它们（WSL issue 4403）。',
    'netsh-reset':
      '没有报告表明 netsh 重置对 HNS 的错误有效（WSL issue 41228）；它对损坏的 Winsock 提供程序有用。请先保存静态地址。',
    'wmi-repository-reset':
      '不要为此重建 WMI 存储库：没有 0x80041002 的报告是这样治好的，其他程序还会丢失注册。',
    'hyperv-toggle':
      '打开或关闭 Hyper-V 可能正是此错误的开端（WSL issue 5884），可能损坏所有发行版（4929），也可能使虚拟机不可用（10755）。',
    'network-reset': '网络重置会删除 VPN 连接和静态地址，并在五分钟后重启 Windows：请先保存。',
    'default-version-1':
      '`wsl --set-default-version 1` 只影响以后安装的发行版（WSL issue 7404）；已有的需要转换。',
    'dotted-key':
      '文件中不能写 `wsl2.networkingMode=…`：WSL 会拒绝这一行（WSL issue 9840）。应在 `[wsl2]` 一行之下写 `networkingMode=…`。',
  },
};

/** Chinese keeps a space between its own and Latin letters. */
function spaced(phrase: string): string {
  return /^[!-~]/.test(phrase) ? ` ${phrase}` : phrase;
}

/** As WSL's documentation writes it; the message itself says `Nat`. */
function modeName(mode: NetworkingMode): string {
  return mode === 'Nat' ? 'NAT' : mode;
}

export const explainTexts: Readonly<Record<Language, ExplainText>> = {
  en: textOf(english),
  'zh-CN': textOf(chinese),
};

function textOf(words: Words): ExplainText {
  return {
    stages: words.stages,
    why: (reason) => whyOf(words, reason, true),
    whyBelow: (reason) => whyOf(words, reason, false),
    gist: ({ is, failed, fallback }) => {
      if (is === 'fallback' && failed !== null && fallback !== null) return words.fellBack(failed, fallback);
      if (is === 'without-network' && failed !== null) return words.withoutNetwork(failed);
      return words.gists[is === 'fallback' || is === 'without-network' ? 'network' : is];
    },
    next: words.next,
    nextTitle: words.nextTitle,
    alsoPossible: (names) => words.alsoPossible(names),
  };
}

function whyOf(words: Words, reason: Reason, complete: boolean): string {
  switch (reason.kind) {
    case 'cause':
      return causeSentences(words, reason, complete).join(words.separator);
    case 'remedy':
      return words.remedy(reason.because, (cause) => words.causes[cause].phrase);
    case 'folklore':
      return words.folklore[reason.folklore];
  }
}

/** What it is, and what in the text speaks for it; the code and the mode only where the sentence has to be `complete`. */
function causeSentences(words: Words, reason: CauseReason, complete: boolean): readonly string[] {
  const { code, mode, evidence, exitCodeOnly, cause } = reason;
  const isSign = cause !== 'unknown' || code !== null || mode !== null || exitCodeOnly;
  const sentences = [isSign ? words.causes[cause].meaning : words.noSign];
  if (complete && code !== null) {
    const name =
      code.symbol === null || code.symbol === code.text ? code.text : `${code.text} ${code.symbol}`;
    sentences.push(words.code(name, words.stages[code.stage]));
  } else if (complete && mode !== null) sentences.push(words.mode(mode.failed, mode.fallback));
  if (evidence.length > 0) sentences.push(words.evidence(evidence));
  if (exitCodeOnly) sentences.push(words.exitCodeOnly);
  return sentences;
}
