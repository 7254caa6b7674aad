/** What the command line says outside the screens. */
import type { SessionState, Verdict } from '../domain/ids.js';
import type { Effect } from '../host/host.js';

export interface UsageSentence {
  /** What happened and what it means. */
  readonly error: string;
  /** What to do next. */
  readonly hint: string;
}

export interface CliText {
  readonly usage: {
    unknownCommand(written: string): string;
    unknownOption(written: string): string;
    unknownRemedy(written: string): string;
    unknownWorld(written: string): string;
    unknownSession(written: string): string;
    unknownMode(written: string): string;
    unknownSetting(written: string): string;
    missingArgument(command: string, argument: string): string;
    tooManyArguments(command: string, written: string): string;
    badValue(option: string, written: string, allowed: string): string;
    optionWithoutWorld(option: string): string;
    didYouMean(names: readonly string[]): string;
    readonly seeHelp: string;
    readonly seeWorlds: string;
    readonly seeSessions: string;
  };
  readonly refusals: {
    notWindows(platform: string): UsageSentence;
    needsYes(remedy: string): UsageSentence;
    locked(pid: number, since: string, what: string): UsageSentence;
    unfinished(session: string): UsageSentence;
    remedyUnavailable(remedy: string, reason: string): UsageSentence;
    readonly nothingToResume: UsageSentence;
    readonly nothingToUndo: UsageSentence;
    readonly restartFirst: UsageSentence;
    stale(session: string, why: readonly string[]): UsageSentence;
    readonly tooOld: string;
    /** Ends a sentence. */
    readonly stop: string;
    alreadyUndone(session: string): UsageSentence;
    journalDamaged(session: string): UsageSentence;
    damagedSession(session: string, folder: string): UsageSentence;
    unknownTarget(remedy: string, target: string, targets: readonly string[]): UsageSentence;
    sessionOfOtherMachine(session: string): UsageSentence;
    worldStateUnreadable(path: string, why: string): UsageSentence;
    worldMismatch(path: string, found: string, wanted: string): UsageSentence;
    stateFolderUnusable(path: string, why: string): UsageSentence;
    readonly diskRefused: string;
    nothingInWorldState(path: string): UsageSentence;
    planningFailed(remedy: string): UsageSentence;
    factsMoved(remedy: string): UsageSentence;
    timedOut(seconds: number): UsageSentence;
    crashed(message: string): UsageSentence;
  };
  readonly report: {
    readonly healthy: string;
    readonly broken: string;
    readonly fallback: string;
    readonly unknown: string;
    readonly checks: string;
    readonly causes: string;
    readonly speaksFor: string;
    readonly speaksAgainst: string;
    readonly waysOut: string;
    readonly notOffered: string;
    readonly nothingChanged: string;
    readonly howToStart: string;
    unfinished(session: string): string;
    locked(pid: number): string;
    verdict(verdict: Verdict): string;
    /** A window is open, and the rest is the person's. */
    readonly handedOver: string;
    readonly rolledBack: string;
    readonly notFullyRolledBack: string;
    readonly awaitingRestart: string;
    readonly comesBackByItself: string;
    readonly comeBackByHand: string;
    readonly dryRun: string;
    step(number: number, of: number): string;
    readonly noSessions: string;
    readonly withScreen: string;
    confirmedBeforehand(step: string): string;
    worldRestarted(world: string): string;
    readonly startedAtSignIn: string;
    readonly signInByHand: string;
    readonly invented: string;
    readonly simulated: string;
    timedOut(seconds: number): string;
    probeCrashed(message: string): string;
    readonly onlyToVerify: string;
    readonly thenRestart: string;
    readonly comesBack: string;
    readonly effects: Readonly<Record<Effect, string>>;
    readonly changes: string;
    readonly stops: string;
    readonly lost: string;
    readonly backup: string;
    readonly undo: string;
    readonly stateOf: Readonly<Record<SessionState, string>>;
  };
  readonly explain: {
    readonly causes: string;
    readonly remedies: string;
    readonly warnings: string;
    readonly noText: string;
  };
  readonly undo: {
    question(session: string, remedy: string): string;
    readonly kept: string;
    readonly done: string;
    readonly restartToFinish: string;
    readonly partly: string;
  };
  help(version: string): string;
}

const commandsEn = `  wsl-netfix-tui                     open the program; off Windows it opens a practice machine
  wsl-netfix-tui diagnose            look, report, change nothing
  wsl-netfix-tui explain <text|->    what an error text means
  wsl-netfix-tui fix <remedy[:target]>
                                     carry out one remedy (without a terminal: only with --yes)
  wsl-netfix-tui resume              go on with what was interrupted or waits for a restart
  wsl-netfix-tui undo [session]      take back what a session changed
  wsl-netfix-tui sessions            what was done on this machine
  wsl-netfix-tui capture -o FILE     record a diagnosis to send to somebody; names and keys are taken out
  wsl-netfix-tui report [-o FILE]    the text for a WSL issue
  wsl-netfix-tui wslconfig check     explain every line of .wslconfig that WSL ignores or reads differently
  wsl-netfix-tui wslconfig get       what WSL reads from it
  wsl-netfix-tui wslconfig set networkingMode=<mode>
                                     change the mode; the file as it was is kept
  wsl-netfix-tui settings [set <name>=<value>]
                                     settings.ini: language=en|zh-CN, color=true|false,
                                     pane=services|netsh|powershell|wsl|all
  wsl-netfix-tui worlds              the practice machines
  wsl-netfix-tui world restart       restart the practice machine of --world-state

  --simulate <world>   a practice machine instead of this one
  --replay FILE        look at a capture instead of a machine
  --file FILE          another .wslconfig than this machine's (wslconfig); - is standard input
  --practice           choose a practice machine
  --world-state DIR    keep the practice machine in a folder, so that it outlives the program
  --pace real|quick|instant
                       how long the practice machine takes (default quick)
  --json               one JSON object on stdout, progress on stderr
  --yes, -y            confirm every step of the named remedy
  --dry-run            show the plan and run nothing of it
  --timeout SECONDS    give up after this time (without a terminal)
  --lang en|zh-CN      language (default: the system's)
  --no-color           no colours
  --screen-reader      plain lines instead of a drawn screen
  --version, --help

Exit codes: 0 healthy, repaired or answered · 1 a problem is left · 2 usage or refused · 3 Windows has to restart
4 failed and rolled back · 5 failed and not fully rolled back · 130 interrupted`;

const commandsZh = `  wsl-netfix-tui                     打开程序；不在 Windows 上时打开一台练习机
  wsl-netfix-tui diagnose            只查看并报告，不做任何更改
  wsl-netfix-tui explain <文本|->    解释一段错误信息
  wsl-netfix-tui fix <办法[:对象]>   执行一种办法（没有终端时必须加 --yes）
  wsl-netfix-tui resume              继续被中断的、或正等待重启的操作
  wsl-netfix-tui undo [会话]         撤销某次会话所做的更改
  wsl-netfix-tui sessions            这台机器上做过什么
  wsl-netfix-tui capture -o 文件     录下一次诊断以便发给别人；姓名、地址和密钥会被替换
  wsl-netfix-tui report [-o 文件]    生成提交给 WSL 的问题报告
  wsl-netfix-tui wslconfig check     解释 .wslconfig 中被 WSL 忽略或误读的每一行
  wsl-netfix-tui wslconfig get       WSL 从中读到了什么
  wsl-netfix-tui wslconfig set networkingMode=<模式>
                                     更改网络模式，并保留原来的文件
  wsl-netfix-tui settings [set <名称>=<值>]
                                     settings.ini：language=en|zh-CN、color=true|false、
                                     pane=services|netsh|powershell|wsl|all
  wsl-netfix-tui worlds              列出练习机
  wsl-netfix-tui world restart       重启 --world-state 中的练习机

  --simulate <练习机>  用练习机代替本机
  --replay 文件        查看一份录制文件，而不是机器
  --file 文件          指定其他 .wslconfig（用于 wslconfig）；- 表示标准输入
  --practice           选择一台练习机
  --world-state 目录   把练习机保存在目录里，程序退出后仍然存在
  --pace real|quick|instant
                       练习机的快慢（默认 quick）
  --json               标准输出只有一个 JSON 对象，进度写到标准错误
  --yes, -y            确认所指定办法的每一步
  --dry-run            显示计划，一步也不执行
  --timeout 秒数       超过这个时间就放弃（没有终端时）
  --lang en|zh-CN      语言（默认跟随系统）
  --no-color           不使用颜色
  --screen-reader      用普通文本行代替绘制的屏幕
  --version, --help

退出码：0 正常、已修复或已回答 · 1 仍有问题 · 2 用法错误或被拒绝 · 3 需要重启 Windows
4 失败且已回滚 · 5 失败且未能完全回滚 · 130 被中断`;

export const en: CliText = {
  usage: {
    unknownCommand: (written) => `There is no command “${written}”.`,
    unknownOption: (written) => `There is no option “${written}”.`,
    unknownRemedy: (written) => `There is no remedy “${written}”.`,
    unknownWorld: (written) => `There is no practice machine “${written}”.`,
    unknownSession: (written) => `There is no session “${written}” on this machine.`,
    unknownMode: (written) =>
      `There is no networking mode “${written}”. Possible: nat, mirrored, virtioproxy, none, bridged.`,
    unknownSetting: (written) => `There is no setting “${written}”. Possible: language, color, pane.`,
    missingArgument: (command, argument) => `“${command}” needs ${argument}.`,
    tooManyArguments: (command, written) => `“${command}” does not take “${written}”.`,
    badValue: (option, written, allowed) => `${option} cannot be “${written}”. Possible: ${allowed}.`,
    optionWithoutWorld: (option) => `${option} belongs to a practice machine, and none was named.`,
    didYouMean: (names) => `Did you mean ${names.join(' or ')}?`,
    seeHelp: 'wsl-netfix-tui --help lists everything.',
    seeWorlds: 'wsl-netfix-tui worlds lists the practice machines.',
    seeSessions: 'wsl-netfix-tui sessions lists them.',
  },
  refusals: {
    notWindows: (platform) => ({
      error: `This machine runs ${platform}, not Windows, so there is no WSL here to look at. Nothing was done.`,
      hint: 'Run it in Windows Terminal on the broken machine, or add --simulate <world> to try it on a practice machine.',
    }),
    needsYes: (remedy) => ({
      error: `There is no terminal to confirm the steps of ${remedy} on, so nothing was changed.`,
      hint: `Run it in a terminal, look at the plan with --dry-run, or confirm every step beforehand with --yes.`,
    }),
    locked: (pid, since, what) => ({
      error: `Another wsl-netfix-tui is working on this machine (process ${String(pid)}, ${what}, since ${since}). Nothing was done.`,
      hint: 'Go on in its window, or close it and start again.',
    }),
    unfinished: (session) => ({
      error: `Session ${session} is not finished, so no other remedy is begun. Nothing was changed.`,
      hint: 'Go on with: wsl-netfix-tui resume --yes. Take it back with: wsl-netfix-tui undo --yes.',
    }),
    remedyUnavailable: (remedy, reason) => ({
      error: `${remedy} cannot be carried out here: ${reason} Nothing was changed.`,
      hint: 'wsl-netfix-tui diagnose lists the ways out that are possible.',
    }),
    nothingToResume: {
      error: 'Nothing was interrupted on this machine, so there is nothing to go on with.',
      hint: 'wsl-netfix-tui diagnose looks at the machine.',
    },
    nothingToUndo: {
      error: 'No session on this machine has changed anything that could be taken back.',
      hint: 'wsl-netfix-tui sessions lists what was done.',
    },
    tooOld: 'It began more than seven days ago.',
    stop: '.',
    stale: (session, why) => ({
      error: `Session ${session} is not gone on with unseen. ${why.join(' ')} Nothing was changed.`,
      hint: 'wsl-netfix-tui resume --dry-run shows what would be done. Go on in a terminal, where it is confirmed: wsl-netfix-tui resume. Take it back with: wsl-netfix-tui undo --yes.',
    }),
    restartFirst: {
      error:
        'Windows has not restarted since the first half, so the second half cannot begin. Nothing was changed.',
      hint: 'Restart Windows (Start, Power, Restart), then run wsl-netfix-tui resume again.',
    },
    alreadyUndone: (session) => ({
      error: `Session ${session} was undone already. Nothing was changed.`,
      hint: 'wsl-netfix-tui sessions lists what was done.',
    }),
    damagedSession: (session, folder) => ({
      error: `The journal of session ${session} is damaged or was altered, so it cannot be told what it left behind. Nothing is begun before you have looked.`,
      hint: `${folder} has UNDO.txt with the commands that take it back, and log.txt with what ran. When all is well, move that folder away.`,
    }),
    unknownTarget: (remedy, target, targets) => ({
      error: `${remedy} is not for “${target}”. Nothing was changed.`,
      hint:
        targets.length === 0
          ? `Leave the part after the colon out: wsl-netfix-tui fix ${remedy}`
          : `It can be for: ${targets.join(', ')}.`,
    }),
    journalDamaged: (session) => ({
      error: `The journal of session ${session} is damaged or was altered, so nothing is run from it. Nothing was changed.`,
      hint: 'UNDO.txt in the session’s folder lists the commands to type by hand.',
    }),
    sessionOfOtherMachine: (session) => ({
      error: `Session ${session} belongs to another machine, so it is not touched here.`,
      hint: 'wsl-netfix-tui sessions lists the sessions of this machine.',
    }),
    worldStateUnreadable: (path, why) => ({
      error: `The practice machine in ${path} cannot be read: ${why}`,
      hint: 'Name another folder with --world-state, or delete this one to begin anew.',
    }),
    worldMismatch: (path, found, wanted) => ({
      error: `The folder ${path} holds the practice machine ${found}, not ${wanted}. Nothing was changed.`,
      hint: `Use --simulate ${found}, or another folder.`,
    }),
    stateFolderUnusable: (path, why) => ({
      error: `The folder for backups and the journal, ${path}, cannot be written: ${why} Without it nothing is changed.`,
      hint: 'Make room or give yourself access to it, then start again.',
    }),
    diskRefused: 'the disk refused it.',
    nothingInWorldState: (path) => ({
      error: `There is no practice machine in ${path}.`,
      hint: 'Make one with: wsl-netfix-tui diagnose --simulate <world> --world-state ' + path,
    }),
    planningFailed: (remedy) => ({
      error: `No plan could be made for ${remedy}, because something it depends on could not be read. Nothing was changed.`,
      hint: 'wsl-netfix-tui diagnose shows which check failed.',
    }),
    factsMoved: (remedy) => ({
      error: `The machine changed while ${remedy} was being planned, so it was not begun. Nothing was changed.`,
      hint: 'Run the command again: it plans from what is there now.',
    }),
    timedOut: (seconds) => ({
      error: `The time given with --timeout (${String(seconds)} s) is over.`,
      hint: 'Run it again with more time. wsl-netfix-tui resume shows whether something was left half done.',
    }),
    crashed: (message) => ({
      error: `The program met something that it did not expect: ${message}`,
      hint: 'If something was being changed, wsl-netfix-tui resume or undo goes on from the journal.',
    }),
  },
  report: {
    healthy: 'WSL networking works. There is nothing to repair.',
    broken: 'WSL cannot set up its network.',
    fallback: 'WSL has network, but only by falling back to another mode. The fault itself is still there.',
    unknown: 'It could not be told whether WSL networking works.',
    checks: 'Checks',
    causes: 'Why',
    speaksFor: 'for',
    speaksAgainst: 'against',
    waysOut: 'Ways out',
    notOffered: 'Not offered',
    nothingChanged: 'Nothing was changed.',
    howToStart: 'To go on with keys and confirmations, run wsl-netfix-tui in a terminal.',
    unfinished: (session) =>
      `Session ${session} is not finished. wsl-netfix-tui resume goes on with it, wsl-netfix-tui undo takes it back.`,
    locked: (pid) =>
      `Another wsl-netfix-tui (process ${String(pid)}) is working on this machine; what follows may be passing.`,
    verdict: (verdict) =>
      ({
        repaired: 'Repaired: WSL starts with its normal network, and the network works.',
        'working-by-fallback':
          'Working by a fallback: WSL has network, but the fault itself is not repaired.',
        'not-repaired': 'Not repaired: WSL still cannot set up its network.',
        'cannot-judge': 'It cannot be told whether this repaired it.',
      })[verdict],
    handedOver:
      'The window is open. What happens in it is yours to decide, so there is no verdict. When you are done there, look again: wsl-netfix-tui diagnose',
    rolledBack: 'A step failed. Everything that had been done was taken back.',
    notFullyRolledBack: 'A step failed, and not everything could be taken back. What is left:',
    awaitingRestart: 'The first half is done. Restart Windows (Start, Power, Restart) to go on.',
    comesBackByItself:
      'After the next sign-in the program opens once by itself. It shows what is left and asks before anything runs.',
    comeBackByHand: 'To go on by hand after the restart, without network:',
    dryRun: 'This is what would be done. Nothing was run but checks.',
    step: (number, of) => `Step ${String(number)} of ${String(of)}`,
    confirmedBeforehand: (step) => `confirmed by --yes: ${step}`,
    withScreen: 'with its screen open',
    noSessions: 'Nothing has been done on this machine yet.',
    worldRestarted: (world) => `The practice machine ${world} has restarted.`,
    startedAtSignIn: 'At the sign-in Windows would now start, once:',
    signInByHand: 'On a practice machine you do that yourself:',
    invented: 'cure invented for practice',
    simulated: 'SIMULATED',
    timedOut: (seconds) => `no answer after ${String(seconds)} s; the others went on`,
    probeCrashed: (message) => `this check failed itself: ${message}`,
    onlyToVerify: 'Nothing is left to do but to verify whether the network of WSL works.',
    thenRestart: 'Then Windows has to restart; you choose when. The rest is shown and confirmed after it.',
    comesBack:
      'Registered at the end, so that the program opens once after the next sign-in, and taken back then:',
    effects: {
      safe: 'changes nothing',
      disruptive: 'a pause that ends by itself',
      destructive: 'destructive',
    },
    changes: 'Changes',
    stops: 'Stops',
    lost: 'Lost',
    backup: 'Backup',
    undo: 'Undo',
    stateOf: {
      interrupted: 'interrupted',
      'awaiting-restart': 'waits for a restart of Windows',
      'awaiting-verification': 'not verified yet',
      done: 'done',
      'rolled-back': 'taken back',
      'not-fully-rolled-back': 'not fully taken back',
      forgotten: 'left as it was',
    },
  },
  explain: {
    causes: 'What explains it',
    remedies: 'Ways out',
    warnings: 'Advice in this text that does harm or nothing',
    noText: 'There is no text to explain.',
  },
  undo: {
    question: (session, remedy) => `Undo session ${session} (${remedy}) now? Type y and Enter to undo: `,
    kept: 'Nothing was changed.',
    done: 'The session was undone.',
    partly: 'What undoes itself was undone. The rest is listed here:',
    restartToFinish: 'Windows has to restart before everything is as it was.',
  },
  help: (version) =>
    `wsl-netfix-tui ${version}: finds out why WSL 2 has no network, and repairs it by confirmed, reversible steps.\n\n${commandsEn}\n`,
};

export const zhCN: CliText = {
  usage: {
    unknownCommand: (written) => `没有“${written}”这个命令。`,
    unknownOption: (written) => `没有“${written}”这个选项。`,
    unknownRemedy: (written) => `没有“${written}”这种办法。`,
    unknownWorld: (written) => `没有“${written}”这台练习机。`,
    unknownSession: (written) => `这台机器上没有会话“${written}”。`,
    unknownMode: (written) =>
      `没有“${written}”这种网络模式。可用的模式：nat、mirrored、virtioproxy、none、bridged。`,
    unknownSetting: (written) => `没有“${written}”这项设置。可用的设置：language、color、pane。`,
    missingArgument: (command, argument) => `“${command}”缺少 ${argument}。`,
    tooManyArguments: (command, written) => `“${command}”不接受“${written}”。`,
    badValue: (option, written, allowed) => `${option} 不能是“${written}”。可用的值：${allowed}。`,
    optionWithoutWorld: (option) => `${option} 只用于练习机，但没有指定练习机。`,
    didYouMean: (names) => `您是不是想用：${names.join(' 或 ')}？`,
    seeHelp: '运行 wsl-netfix-tui --help 查看全部用法。',
    seeWorlds: '运行 wsl-netfix-tui worlds 查看练习机。',
    seeSessions: '运行 wsl-netfix-tui sessions 查看会话。',
  },
  refusals: {
    notWindows: (platform) => ({
      error: `这台机器运行的是 ${platform}，不是 Windows，这里没有可以检查的 WSL。什么都没有做。`,
      hint: '请在出问题的机器上用 Windows 终端运行，或加上 --simulate <练习机> 在练习机上试用。',
    }),
    needsYes: (remedy) => ({
      error: `没有终端可以确认 ${remedy} 的各个步骤，所以什么都没有更改。`,
      hint: '请在终端里运行，或用 --dry-run 查看计划，或用 --yes 预先确认每一步。',
    }),
    locked: (pid, since, what) => ({
      error: `另一个 wsl-netfix-tui 正在这台机器上工作（进程 ${String(pid)}，${what}，开始于 ${since}）。什么都没有做。`,
      hint: '请在它的窗口里继续，或关闭它后重新开始。',
    }),
    unfinished: (session) => ({
      error: `会话 ${session} 还没有结束，所以不会开始别的办法。什么都没有更改。`,
      hint: '继续：wsl-netfix-tui resume --yes。撤销：wsl-netfix-tui undo --yes。',
    }),
    remedyUnavailable: (remedy, reason) => ({
      error: `这里不能执行 ${remedy}：${reason}什么都没有更改。`,
      hint: '运行 wsl-netfix-tui diagnose 查看可行的办法。',
    }),
    nothingToResume: {
      error: '这台机器上没有被中断的操作，没有什么可以继续。',
      hint: '运行 wsl-netfix-tui diagnose 检查这台机器。',
    },
    nothingToUndo: {
      error: '这台机器上没有任何会话留下可以撤销的更改。',
      hint: '运行 wsl-netfix-tui sessions 查看做过什么。',
    },
    tooOld: '它开始于七天以前。',
    stop: '。',
    stale: (session, why) => ({
      error: `会话 ${session} 不会在无人查看的情况下继续。${why.join('')}什么都没有更改。`,
      hint: '查看将要做什么：wsl-netfix-tui resume --dry-run。在终端中逐步确认后继续：wsl-netfix-tui resume。撤销：wsl-netfix-tui undo --yes。',
    }),
    restartFirst: {
      error: '第一部分完成后 Windows 还没有重启，所以第二部分不能开始。什么都没有更改。',
      hint: '请重启 Windows（开始 → 电源 → 重启），然后再次运行 wsl-netfix-tui resume。',
    },
    alreadyUndone: (session) => ({
      error: `会话 ${session} 已经撤销过。什么都没有更改。`,
      hint: '运行 wsl-netfix-tui sessions 查看做过什么。',
    }),
    damagedSession: (session, folder) => ({
      error: `会话 ${session} 的日志已损坏或被改动，无法得知它留下了什么。在您查看之前不会开始任何操作。`,
      hint: `${folder} 里的 UNDO.txt 列出了撤销命令，log.txt 记录了执行过的命令。确认一切正常后，请把这个目录移走。`,
    }),
    unknownTarget: (remedy, target, targets) => ({
      error: `${remedy} 不能用于“${target}”。什么都没有更改。`,
      hint:
        targets.length === 0
          ? `请去掉冒号后面的部分：wsl-netfix-tui fix ${remedy}`
          : `可用于：${targets.join('、')}。`,
    }),
    journalDamaged: (session) => ({
      error: `会话 ${session} 的日志已损坏或被改动，不会据此执行任何操作。什么都没有更改。`,
      hint: '会话目录里的 UNDO.txt 列出了可以手动输入的命令。',
    }),
    sessionOfOtherMachine: (session) => ({
      error: `会话 ${session} 属于另一台机器，这里不会动它。`,
      hint: '运行 wsl-netfix-tui sessions 查看这台机器的会话。',
    }),
    worldStateUnreadable: (path, why) => ({
      error: `无法读取 ${path} 中的练习机：${why}`,
      hint: '请用 --world-state 指定另一个目录，或删除这个目录重新开始。',
    }),
    worldMismatch: (path, found, wanted) => ({
      error: `目录 ${path} 里保存的是练习机 ${found}，不是 ${wanted}。什么都没有更改。`,
      hint: `请使用 --simulate ${found}，或换一个目录。`,
    }),
    stateFolderUnusable: (path, why) => ({
      error: `保存备份和日志的目录 ${path} 无法写入：${why}没有它就不会做任何更改。`,
      hint: '请腾出空间或取得访问权限，然后重新开始。',
    }),
    diskRefused: '磁盘拒绝写入。',
    nothingInWorldState: (path) => ({
      error: `${path} 里没有练习机。`,
      hint: '先建立一台：wsl-netfix-tui diagnose --simulate <练习机> --world-state ' + path,
    }),
    planningFailed: (remedy) => ({
      error: `无法为 ${remedy} 制定计划，因为它所依赖的信息读不到。什么都没有更改。`,
      hint: '运行 wsl-netfix-tui diagnose 查看是哪项检查失败。',
    }),
    factsMoved: (remedy) => ({
      error: `在为 ${remedy} 制定计划期间机器发生了变化，所以没有开始。什么都没有更改。`,
      hint: '请再运行一次，程序会按现在的情况重新计划。',
    }),
    timedOut: (seconds) => ({
      error: `--timeout 给定的时间（${String(seconds)} 秒）已到。`,
      hint: '请给更多时间再运行一次。wsl-netfix-tui resume 会显示是否有做到一半的操作。',
    }),
    crashed: (message) => ({
      error: `程序遇到了意料之外的情况：${message}`,
      hint: '如果当时正在更改系统，可用 wsl-netfix-tui resume 或 undo 按日志继续。',
    }),
  },
  report: {
    healthy: 'WSL 网络正常，没有需要修复的问题。',
    broken: 'WSL 无法建立网络。',
    fallback: 'WSL 有网络，但只是退回到了另一种模式，故障本身还在。',
    unknown: '无法判断 WSL 网络是否正常。',
    checks: '检查',
    causes: '原因',
    speaksFor: '支持',
    speaksAgainst: '反对',
    waysOut: '解决办法',
    notOffered: '未提供',
    nothingChanged: '什么都没有更改。',
    howToStart: '要用按键和逐步确认来继续，请在终端里运行 wsl-netfix-tui。',
    unfinished: (session) =>
      `会话 ${session} 还没有结束。wsl-netfix-tui resume 继续，wsl-netfix-tui undo 撤销。`,
    locked: (pid) =>
      `另一个 wsl-netfix-tui（进程 ${String(pid)}）正在这台机器上工作，以下结果可能只是暂时的。`,
    verdict: (verdict) =>
      ({
        repaired: '已修复：WSL 以正常的网络启动，网络可用。',
        'working-by-fallback': '靠后备模式可用：WSL 有网络，但故障本身没有修复。',
        'not-repaired': '未修复：WSL 仍然无法建立网络。',
        'cannot-judge': '无法判断是否已经修复。',
      })[verdict],
    handedOver: '窗口已打开。在其中做什么由您决定，因此没有结论。完成后请重新检查：wsl-netfix-tui diagnose',
    rolledBack: '有一步失败了。已经做过的更改全部撤销。',
    notFullyRolledBack: '有一步失败了，而且没能全部撤销。还剩下：',
    awaitingRestart: '第一部分已完成。请重启 Windows（开始 → 电源 → 重启）以继续。',
    comesBackByItself: '下次登录后，本程序会自动打开一次，列出剩余部分，询问之后才会执行。',
    comeBackByHand: '重启后要手动继续（不需要网络）：',
    dryRun: '下面是将要做的事。除了检查之外什么都没有执行。',
    step: (number, of) => `第 ${String(number)} 步，共 ${String(of)} 步`,
    confirmedBeforehand: (step) => `由 --yes 确认：${step}`,
    withScreen: '已打开界面',
    noSessions: '这台机器上还没有做过任何操作。',
    worldRestarted: (world) => `练习机 ${world} 已重启。`,
    startedAtSignIn: '登录时 Windows 会启动以下命令（仅一次）：',
    signInByHand: '在练习机上，请您自己运行：',
    invented: '治法为练习虚构',
    simulated: '模拟',
    timedOut: (seconds) => `${String(seconds)} 秒内没有回答，其余检查继续进行`,
    probeCrashed: (message) => `这项检查自身出错：${message}`,
    onlyToVerify: '没有剩余的操作，只需验证 WSL 的网络是否正常。',
    thenRestart: '之后需要重启 Windows，时间由您决定。剩余部分会在重启后重新显示并确认。',
    comesBack: '最后会登记本程序，使其在下次登录后自动打开一次，届时取消登记：',
    effects: { safe: '不做更改', disruptive: '短暂中断，会自行恢复', destructive: '破坏性' },
    changes: '更改',
    stops: '停止',
    lost: '丢失',
    backup: '备份',
    undo: '撤销',
    stateOf: {
      interrupted: '被中断',
      'awaiting-restart': '等待重启 Windows',
      'awaiting-verification': '尚未验证',
      done: '已完成',
      'rolled-back': '已撤销',
      'not-fully-rolled-back': '未能完全撤销',
      forgotten: '已放弃',
    },
  },
  explain: {
    causes: '可能的原因',
    remedies: '解决办法',
    warnings: '这段文本里有害或无用的建议',
    noText: '没有可以解释的文本。',
  },
  undo: {
    question: (session, remedy) => `现在撤销会话 ${session}（${remedy}）吗？输入 y 并按回车键撤销：`,
    kept: '什么都没有更改。',
    done: '会话已撤销。',
    partly: '能自动撤销的已经撤销。其余如下：',
    restartToFinish: '需要重启 Windows，一切才会恢复原状。',
  },
  help: (version) =>
    `wsl-netfix-tui ${version}：找出 WSL 2 为什么没有网络，并用逐步确认、可以撤销的步骤修复它。\n\n${commandsZh}\n`,
};
