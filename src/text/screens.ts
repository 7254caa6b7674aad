/** Every sentence that belongs to a screen rather than to a probe, a cause, a remedy or a step. */
import type { UndoKind, Relation } from '../domain/diagnosis.js';
import type { Health, SessionState, UndoObstacle, Verdict } from '../domain/ids.js';
import type { Copied, StepOutcome } from '../domain/plan.js';
import type { Effect } from '../host/host.js';

/** Two parts of a question: what it is called, and what it does when it is chosen. */
export interface ChoiceText {
  readonly label: string;
  readonly explanation: string;
}

interface ChangedNames {
  readonly gone: (names: string) => string;
  readonly added: (names: string) => string;
}

export interface ScreenText {
  readonly header: {
    readonly simulated: (world: string) => string;
    readonly replay: (capture: string) => string;
    readonly wsl: (version: string) => string;
    readonly inboxWsl: string;
    readonly noWsl: string;
    readonly elevated: string;
    readonly notElevated: string;
    readonly remote: string;
    readonly build: (name: string, build: number, revision: number) => string;
  };
  readonly stations: {
    readonly diagnose: string;
    readonly choose: string;
    readonly confirm: string;
    readonly apply: (done: number, all: number) => string;
    readonly undo: string;
    readonly restart: string;
    readonly verify: string;
  };
  /** What holds at this station, in the corner of every frame. */
  readonly promises: {
    readonly lookingOnly: string;
    readonly testSwitch: string;
    readonly nothingYet: string;
    readonly nothingNewYet: string;
    readonly applying: string;
    readonly undoing: string;
    readonly waiting: string;
    readonly checking: string;
    readonly finished: string;
  };
  readonly notices: {
    readonly 'facts-moved': string;
    readonly 'elevation-refused': string;
    readonly 'look-refused': string;
    readonly 'planning-failed': string;
    readonly 'journal-failed': string;
    readonly 'restart-failed': string;
    readonly 'forget-failed': string;
  };
  readonly tooSmall: (columns: number, rows: number) => string;
  readonly more: (above: number, below: number) => string;
  readonly help: { readonly title: string };
  readonly panes: {
    readonly services: string;
    readonly netsh: string;
    readonly powershell: string;
    readonly wsl: string;
    readonly all: string;
    readonly following: string;
    readonly paused: string;
    readonly empty: string;
    readonly outputOf: (checks: string) => string;
    readonly dropped: (lines: number) => string;
    readonly running: string;
    readonly timedOut: string;
    readonly cancelled: string;
    readonly notStarted: string;
  };
  readonly duration: {
    readonly seconds: (seconds: string) => string;
    readonly minutes: (minutes: number) => string;
  };
  /** Icons as words, for screen readers. */
  readonly status: {
    readonly waiting: string;
    readonly running: string;
    readonly ok: string;
    readonly finding: string;
    readonly skipped: string;
    readonly timedOut: string;
    readonly crashed: string;
  };
  readonly picker: {
    readonly title: string;
    readonly intro: string;
    readonly invented: string;
  };
  readonly starting: string;
  readonly forgetting: string;
  readonly planning: string;
  readonly elevating: string;
  readonly rechecking: string;
  readonly restarting: string;
  readonly recovering: {
    readonly title: (startedAt: string) => string;
    readonly restarted: (startedAt: string) => string;
    readonly remedy: string;
    readonly steps: string;
    readonly begun: string;
    readonly old: string;
    readonly changed: string;
    /** How the machine changed while the plan waited. */
    readonly changes: {
      readonly build: (before: number, now: number) => string;
      readonly distros: ChangedNames;
      readonly adapters: ChangedNames;
    };
    readonly finish: ChoiceText;
    readonly verify: ChoiceText;
    readonly undo: ChoiceText;
    readonly forget: ChoiceText;
  };
  readonly history: {
    readonly title: string;
    readonly nothing: string;
    readonly states: Readonly<Record<SessionState, string>>;
    readonly canBeUndone: string;
    readonly obstacles: Readonly<Record<UndoObstacle, string>>;
    readonly question: (remedy: string, startedAt: string) => string;
    /** How an undo goes about it. */
    readonly rule: string;
    readonly kinds: Readonly<Record<UndoKind, string>>;
    readonly no: ChoiceText;
    readonly yes: ChoiceText;
  };
  readonly diagnosing: {
    readonly title: string;
    readonly usually: (seconds: number) => string;
    readonly skipped: (reason: string) => string;
    readonly timedOut: (seconds: number) => string;
    readonly crashed: (message: string) => string;
    readonly judging: string;
    readonly others: (count: number) => string;
  };
  readonly reviewing: {
    readonly healthy: string;
    readonly fallback: string;
    readonly unknown: string;
    readonly broken: string;
    readonly why: string;
    readonly speaks: string;
    readonly forIt: string;
    readonly againstIt: string;
    readonly noFinding: string;
    readonly nothingAgainst: string;
    readonly strong: string;
    readonly fair: string;
    readonly weak: string;
    readonly none: string;
    readonly reports: string;
    readonly cured: (cured: number, of: number) => string;
    readonly waysOut: string;
    /** `key`: the one that looks deeper; null where the machine cannot be asked again, as a recording. */
    readonly unseen: (count: number, key: string | null) => string;
    readonly noWsl: string;
    readonly noDistro: string;
  };
  readonly lookingDeeper: {
    readonly title: string;
    readonly asksOnce: string;
    readonly alreadyElevated: string;
    readonly adds: (checks: string) => string;
    readonly noSwitch: Readonly<Record<'remote-session' | 'no-hyper-v', string>>;
    readonly readOnly: ChoiceText;
    readonly withSwitch: ChoiceText;
    readonly notNow: ChoiceText;
  };
  readonly elevatingToLook: string;
  readonly paste: { readonly title: string; readonly hint: string };
  readonly choosing: {
    readonly title: string;
    readonly relations: Readonly<Record<Relation, string>>;
    readonly undo: Readonly<Record<UndoKind, string>>;
    readonly noRestart: string;
    readonly restart: string;
    readonly elevation: string;
    readonly effects: Readonly<Record<Effect, string>>;
    readonly notOffered: (reason: string) => string;
    readonly cannotChoose: (remedy: string, reason: string) => string;
    readonly more: (count: number) => string;
    readonly adviceBoth: (cure: string, bypass: string, time: string) => string;
    readonly adviceCure: (cure: string) => string;
    readonly adviceBypass: (bypass: string, time: string) => string;
    readonly adviceNone: string;
    readonly adviceWorks: string;
    readonly adviceConnect: string;
    readonly adviceInstall: string;
    readonly nothingWrong: string;
  };
  readonly plan: {
    readonly title: (remedy: string) => string;
    readonly secondHalf: (remedy: string) => string;
    readonly effects: Readonly<Record<Effect, string>>;
    readonly changes: string;
    readonly lost: string;
    readonly backup: string;
    readonly noBackup: string;
    readonly undo: string;
    readonly undoKinds: Readonly<Record<UndoKind, string>>;
    readonly diff: (path: string) => string;
    readonly restart: string;
    readonly comesBack: string;
    readonly comeBackByHand: string;
    readonly elevation: string;
    readonly toConfirm: (count: number) => string;
    readonly nothingToConfirm: string;
    readonly keptAs: (names: string) => string;
    readonly whereNeeded: string;
    readonly reads: (question: string, lines: number) => string;
    readonly copies: (path: string) => string;
    readonly writes: (path: string) => string;
    readonly restores: (path: string) => string;
  };
  readonly confirming: {
    readonly title: (index: number, all: number, step: string) => string;
    readonly stops: string;
    readonly lost: string;
    readonly nothingLost: string;
    readonly backup: string;
    readonly undo: string;
    readonly question: string;
    readonly no: string;
    readonly yes: (index: number) => string;
    readonly typeWord: (word: string) => string;
    readonly wrongWord: (word: string) => string;
    readonly emptyGoesBack: string;
    readonly progress: (confirmed: number, all: number) => string;
    readonly nothingRan: string;
    readonly nothingNewRan: string;
  };
  readonly restart: {
    readonly title: string;
    readonly stops: string;
    readonly lost: string;
    readonly backup: string;
    readonly undo: string;
    readonly question: string;
    readonly yes: string;
    readonly effect: string;
  };
  readonly awaitingRestart: {
    readonly title: string;
    readonly why: string;
    /** Windows has not restarted since the person was here last. */
    readonly notYet: string;
    readonly fastStartup: string;
    readonly byItself: string;
    readonly otherwise: string;
    readonly comeBack: string;
    readonly inPowerShell: string;
    readonly now: ChoiceText;
    readonly later: ChoiceText;
    readonly undo: ChoiceText;
  };
  readonly applying: {
    readonly title: string;
    readonly finishing: string;
    readonly finishingToUndo: string;
    readonly opening: string;
    readonly settling: string;
    readonly outcomes: Readonly<Record<StepOutcome | 'planned' | 'running' | 'undoing', string>>;
  };
  readonly interrupted: {
    readonly title: string;
    readonly stepGoesOn: string;
    readonly stepEnded: string;
    readonly goOn: ChoiceText;
    readonly stop: ChoiceText;
    readonly rollBack: ChoiceText;
  };
  readonly rollingBack: { readonly title: string; readonly mustFinish: string };
  readonly rolledBack: { readonly title: string; readonly meaning: string };
  readonly notFullyRolledBack: {
    readonly title: string;
    readonly meaning: string;
    readonly remainder: string;
    readonly nothingKnown: string;
  };
  readonly stopped: {
    readonly title: string;
    readonly meaning: string;
    readonly again: ChoiceText;
  };
  readonly afterwards: {
    readonly otherWay: ChoiceText;
    readonly leave: ChoiceText;
    readonly lookAgain: ChoiceText;
  };
  readonly verifying: {
    readonly title: string;
    readonly checks: Readonly<
      Record<'start' | 'mode' | 'route' | 'dns' | 'http' | 'events' | 'host', string>
    >;
  };
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly verdictMeanings: Readonly<Record<Verdict, string>>;
  readonly proof: (passed: number, all: number) => string;
  readonly result: {
    readonly done: string;
    readonly steps: (count: number) => string;
    readonly givenBack: (addresses: string) => string;
    readonly lostAddresses: (addresses: string) => string;
    readonly kept: string;
    readonly toUndo: string;
    readonly worksOffline: string;
    readonly toGoOn: string;
    readonly log: string;
    readonly rights: string;
    readonly otherAccount: string;
    readonly next: string;
    readonly staysChanged: string;
    readonly putBack: string;
    readonly nothingPutBack: string;
    readonly nextRemedy: (remedy: string) => string;
    readonly nextRepair: (remedy: string) => string;
    readonly noNextRemedy: string;
    readonly nextDiagnosis: string;
    /** What keeps it working, of one's own free will. `backup`: where the .wslconfig of before is kept, null where it was not touched. */
    readonly prevention: (backup: string | null) => readonly string[];
  };
  readonly handedOver: {
    readonly opening: string;
    readonly title: string;
    readonly meaning: string;
    readonly lookAgain: ChoiceText;
  };
  /** After a plan that repairs nothing; where the copies lie stands between the two. */
  readonly copied: Readonly<Record<Copied, { readonly title: string; readonly meaning: string }>>;
  readonly deciding: { readonly keep: ChoiceText; readonly undo: ChoiceText };
  readonly summary: {
    readonly healths: Readonly<Record<Health, string>>;
    readonly notDiagnosed: string;
    readonly nothingChanged: string;
    readonly causes: string;
    readonly awaitingRestart: string;
    readonly comesBack: string;
    readonly rolledBack: string;
    readonly notFullyRolledBack: string;
    readonly handedOver: string;
    readonly stopped: string;
    readonly unfinished: string;
    readonly simulated: (world: string) => string;
  };
  /** Between two sentences, between the items of a list, and between a name and what it is. */
  readonly gap: string;
  readonly comma: string;
  readonly colon: string;
}

export const en: ScreenText = {
  header: {
    simulated: (world) => `SIMULATED ${world}`,
    replay: (capture) => `REPLAY ${capture}`,
    wsl: (version) => `WSL ${version}`,
    inboxWsl: 'WSL of Windows (in-box)',
    noWsl: 'WSL not installed',
    elevated: 'elevated',
    notElevated: 'not elevated',
    remote: 'remote session',
    build: (name, build, revision) => `${name} ${build}.${revision}`,
  },
  stations: {
    diagnose: 'Diagnose',
    choose: 'Choose',
    confirm: 'Confirm',
    apply: (done, all) => `Apply ${done}/${all}`,
    undo: 'Undo',
    restart: 'Restart',
    verify: 'Verify',
  },
  promises: {
    lookingOnly: 'Looking only: nothing is changed.',
    testSwitch: 'Looking: a test switch is made and removed.',
    nothingYet: 'Nothing has run yet.',
    nothingNewYet: 'Nothing of this plan has run yet.',
    applying: 'Only what you confirmed runs.',
    undoing: 'Putting things back.',
    waiting: 'Nothing runs now.',
    checking: 'Checking only: nothing is changed.',
    finished: 'Nothing runs now.',
  },
  notices: {
    'facts-moved': 'The machine changed after the plan was made, so nothing was run. It is looked at again.',
    'elevation-refused': 'Windows did not grant elevation. Nothing was run.',
    'look-refused': 'Windows did not grant elevation. What was found before still stands.',
    'planning-failed': 'The plan could not be made from what the machine says now. Nothing was run.',
    'journal-failed': 'The journal could not be written, so nothing was run. Is the disk full?',
    'restart-failed': 'Windows did not start the restart. You can restart it yourself and come back.',
    'forget-failed':
      'The session stays open: a service could not be brought back, or the journal could not be written. Undo says which.',
  },
  tooSmall: (columns, rows) =>
    `Please make the window larger: ${columns} columns and ${rows} rows are enough.`,
  more: (above, below) =>
    [above > 0 ? `↑ ${above} more` : '', below > 0 ? `↓ ${below} more` : '']
      .filter((part) => part !== '')
      .join('   '),
  help: { title: 'Keys' },
  panes: {
    services: 'Services',
    netsh: 'netsh',
    powershell: 'PowerShell',
    wsl: 'WSL',
    all: 'All',
    following: 'following',
    paused: 'paused',
    empty: 'No command has written here yet.',
    outputOf: (checks) => `Raw output: ${checks}`,
    dropped: (lines) => `… ${lines} earlier lines are not kept here`,
    running: 'running',
    timedOut: 'timed out',
    cancelled: 'cancelled',
    notStarted: 'not started',
  },
  duration: { seconds: (seconds) => `${seconds} s`, minutes: (minutes) => `${minutes} min` },
  status: {
    waiting: 'waiting',
    running: 'running',
    ok: 'in order',
    finding: 'finding',
    skipped: 'skipped',
    timedOut: 'timed out',
    crashed: 'failed',
  },
  picker: {
    title: 'Which practice machine do you want to repair?',
    intro:
      'Practice worlds are simulated Windows machines with one thing wrong. Nothing on this computer is touched.',
    invented: 'Its cure is invented for practice.',
  },
  starting: 'Looking for work that an earlier run left unfinished …',
  forgetting: 'Closing the unfinished session …',
  planning: 'Making the plan from what the machine says now …',
  elevating: 'Waiting for Windows to grant elevation. A window of Windows may be asking you.',
  elevatingToLook:
    'Waiting for Windows to grant elevation, for looking only. A window of Windows may be asking you.',
  rechecking: 'Reading again what the plan rests on …',
  restarting: 'Windows is restarting …',
  recovering: {
    title: (startedAt) => `A plan that began on ${startedAt} was interrupted before it ended.`,
    restarted: (startedAt) => `Windows has restarted. The plan that began on ${startedAt} can go on.`,
    remedy: 'Remedy',
    steps: 'Steps',
    begun: 'begun, not known how it ended',
    old: 'That is more than seven days ago, and the machine may have changed since. What would be done is shown before anything runs.',
    changed:
      'The machine is not as it was then. What would be done is planned anew and shown before anything runs.',
    changes: {
      build: (before, now) => `Windows was build ${before} and is ${now} now.`,
      distros: {
        gone: (names) => `Distros that are gone: ${names}`,
        added: (names) => `Distros that are new: ${names}`,
      },
      adapters: {
        gone: (names) => `Network cards that are gone: ${names}`,
        added: (names) => `Network cards that are new: ${names}`,
      },
    },
    finish: {
      label: 'Finish it',
      explanation:
        'Shows what is left as a new plan. Every destructive step is confirmed again before anything runs.',
    },
    verify: {
      label: 'Go on',
      explanation:
        'Does what is left after the restart. If that needs changes, they are shown and confirmed first.',
    },
    undo: {
      label: 'Undo it',
      explanation: 'Takes the steps back in reverse order, and brings every service to its recorded state.',
    },
    forget: {
      label: 'Forget it',
      explanation:
        'Starts stopped services again, leaves everything else as it is now, and starts over with a diagnosis. The backups stay on disk.',
    },
  },
  history: {
    title: 'What was done on this machine',
    nothing: 'Nothing has been done on this machine yet.',
    states: {
      interrupted: 'interrupted',
      'awaiting-restart': 'waits for a restart',
      'awaiting-verification': 'not verified yet',
      done: 'done',
      'rolled-back': 'undone',
      'not-fully-rolled-back': 'not fully undone',
      forgotten: 'left as it was',
    },
    canBeUndone: 'Enter shows how it would be undone, and asks.',
    obstacles: {
      'other-machine': 'Cannot be undone here: it was done on another machine.',
      'already-undone': 'Cannot be undone: it was undone already.',
      'nothing-to-undo': 'Nothing to undo: it changed nothing that could be taken back.',
    },
    question: (remedy, startedAt) => `Undo “${remedy}” of ${startedAt}?`,
    rule: 'This would run, the last step first, and only where it is not so already. What somebody changed since is left alone, and the difference is shown.',
    kinds: {
      exact: 'exactly as it was',
      equivalent: 'made anew, equivalent',
      none: 'cannot be undone',
    },
    no: { label: 'No, back', explanation: 'Nothing is changed.' },
    yes: {
      label: 'Yes, undo it',
      explanation: 'Services end as they were before. After it the machine is looked at again.',
    },
  },
  diagnosing: {
    title: 'Checks',
    usually: (seconds) => `usually ${seconds} s`,
    skipped: (reason) => `skipped: ${reason}`,
    timedOut: (seconds) => `timed out after ${seconds} s; going on`,
    crashed: (message) => `could not be read: ${message}`,
    judging: 'Weighing what was found …',
    others: (count) => (count === 1 ? '… and one more check' : `… and ${count} more checks`),
  },
  reviewing: {
    healthy: 'Nothing is wrong with the network of WSL here.',
    fallback: 'WSL works, but by a fallback: the usual network could not be set up.',
    unknown: 'The checks could not tell whether something is wrong.',
    broken: 'WSL cannot set up its network.',
    noWsl: 'WSL is not installed, so there is no network of WSL to look at.',
    noDistro:
      'No distro is installed: nothing could be started, so nothing can be said of the network of WSL.',
    why: 'Why',
    speaks: 'What speaks for it',
    forIt: 'Speaks for it',
    againstIt: 'Speaks against it',
    noFinding: 'No finding points here.',
    nothingAgainst: 'Nothing.',
    strong: 'strong',
    fair: 'fair',
    weak: 'weak',
    none: '',
    reports: 'Reports',
    cured: (cured, of) =>
      cured === 0 ? `Cured in none of ${of} reports` : `Cured in ${cured} of ${of} reports`,
    waysOut: 'Ways out',
    unseen: (count, key) =>
      [
        count === 1
          ? 'One check was left out: only an administrator may read it.'
          : `${count} checks were left out: only an administrator may read them.`,
        ...(key === null ? [] : [`${key} looks deeper.`]),
      ].join(' '),
  },
  lookingDeeper: {
    title: 'Look deeper?',
    asksOnce:
      'Some things only an administrator may read. Windows asks you for that once, and it ends with the look.',
    alreadyElevated: 'This program already runs as administrator, so Windows asks nothing.',
    adds: (checks) => `Also looked at: ${checks}.`,
    noSwitch: {
      'remote-session':
        'No test switch in a remote session: it comes with a network adapter of its own, which could cut you off.',
      'no-hyper-v':
        'No test switch on this machine: without the Hyper-V feature there is nothing to make one with.',
    },
    readOnly: {
      label: 'Yes, and only read',
      explanation: 'Nothing is changed. All checks run again; that usually takes about a minute.',
    },
    withSwitch: {
      label: 'Yes, and make a test switch',
      explanation:
        'Makes a virtual switch without WSL and removes it at once. If that fails as well, WSL is not the cause. For some seconds there is one network adapter more; a VPN may reconnect.',
    },
    notNow: { label: 'No, back', explanation: 'What was found so far stands.' },
  },
  paste: {
    title: 'Which error does WSL show?',
    hint: 'Paste it here, or type it: a line, an event, or a whole report. Nothing is looked at or changed. Ctrl+U clears it.',
  },
  choosing: {
    title: 'What do you want to do?',
    relations: {
      repairs: 'repairs it',
      'may-repair': 'may repair it',
      'works-around': 'works around it',
      'seldom-helps': 'seldom helps with this finding',
      'rescues-files': 'brings your files to safety',
      'not-for-this': 'not meant for this finding',
      prevents: 'prevents it next time',
    },
    undo: { exact: 'reversible', equivalent: 'can be rebuilt', none: 'cannot be undone' },
    noRestart: 'no restart',
    restart: 'restart needed',
    elevation: 'needs elevation',
    effects: {
      safe: 'nothing is lost',
      disruptive: 'short interruption',
      destructive: 'stops or resets things',
    },
    notOffered: (reason) => `not offered. ${reason}`,
    cannotChoose: (remedy, reason) => `“${remedy}” cannot be chosen here. ${reason}`,
    more: (count) => `Show ${count} more, which seldom help here or are not for this machine …`,
    adviceBoth: (cure, bypass, time) =>
      `“${cure}” would cure the likely cause; “${bypass}” gets you working in ${time}. You can do the second now and the first later.`,
    adviceCure: (cure) => `“${cure}” would cure the likely cause.`,
    adviceBypass: (bypass, time) =>
      `No certain cure is known for these findings. “${bypass}” gets you working in ${time}.`,
    adviceNone: 'Nothing here is known to cure these findings.',
    adviceInstall:
      'Nothing has to be repaired first: “wsl --install” in a terminal installs WSL and a distro. Look again after that.',
    adviceWorks:
      'WSL works already, by a fallback. No certain cure is known for these findings, and nothing has to be done now.',
    adviceConnect:
      'Windows itself is offline. Connect it to the internet and look again: until then, nothing here would help, and nothing can be said of WSL.',
    nothingWrong: 'Nothing is wrong, so nothing has to be done.',
  },
  plan: {
    title: (remedy) => `The plan: ${remedy}`,
    secondHalf: (remedy) => `What is left: ${remedy}`,
    effects: { safe: 'safe', disruptive: 'short interruption', destructive: 'destructive' },
    changes: 'Changes',
    lost: 'Is lost',
    backup: 'Backup',
    noBackup: 'not needed',
    undo: 'Undo',
    undoKinds: {
      exact: 'exact, runs by itself on failure',
      equivalent: 'can be rebuilt, offered on failure',
      none: 'cannot be undone',
    },
    diff: (path) => `Changes in ${path}`,
    restart: 'Then Windows has to restart; you choose when.',
    comesBack:
      'At the end the program registers itself to open once after you sign in again. It takes that back as soon as you are there:',
    comeBackByHand: 'After the restart you open the program yourself; it will say how.',
    elevation: 'Windows will ask for elevation once.',
    toConfirm: (count) =>
      `Enter leads to ${count === 1 ? 'one screen' : `${count} screens`} on which each destructive step is confirmed by itself. Nothing runs before the last.`,
    nothingToConfirm: 'Nothing in this plan is destructive. Enter starts it.',
    keptAs: (names) => `kept as ${names}`,
    whereNeeded: '(only where it is not so already)',
    reads: (question, lines) => `PowerShell: reads ${question} (script of ${lines} lines)`,
    copies: (path) => `copies ${path}`,
    writes: (path) => `writes ${path}`,
    restores: (path) => `puts ${path} back as it was`,
  },
  confirming: {
    title: (index, all, step) => `Step ${index} of ${all} · ${step}`,
    stops: 'What stops',
    lost: 'What is lost',
    nothingLost: 'Nothing on disk.',
    backup: 'Backup',
    undo: 'Undo',
    question: 'Run this step when the plan starts?',
    no: 'No, back',
    yes: (index) => `Yes, confirm step ${index}`,
    typeWord: (word) => `To confirm, type ${word} and press Enter:`,
    wrongWord: (word) => `That was not “${word}”. Nothing was confirmed.`,
    emptyGoesBack: 'Enter without a word goes back.',
    progress: (confirmed, all) => `Confirmed so far: ${confirmed} of ${all}.`,
    nothingRan: 'Nothing has run yet.',
    nothingNewRan: 'Nothing of this plan has run yet.',
  },
  restart: {
    title: 'Restart Windows',
    stops: 'Every program on this computer. Save your work first.',
    lost: 'What is not saved in open programs.',
    backup: 'The journal and the backups of this session are on disk already.',
    undo: 'A restart cannot be undone. The plan can still be undone afterwards.',
    question: 'Restart Windows now?',
    yes: 'Yes, restart now',
    effect: 'closes every program',
  },
  awaitingRestart: {
    title: 'Windows has to restart before the rest can be done.',
    why: 'What was changed takes effect with the next start of Windows. Until then the network of WSL stays as it is.',
    notYet: 'Windows has not restarted since you were here last.',
    fastStartup:
      'Choose Restart in the Start menu. With Fast Startup, Shut down and switching on again is no restart.',
    byItself:
      'After you sign in again the program opens once by itself. It shows what is left and asks before anything runs.',
    otherwise: 'Should it not open, run this. It needs no network:',
    comeBack: 'After the restart, run this. It needs no network:',
    inPowerShell: 'In PowerShell, type & and a space before it.',
    now: { label: 'Restart now', explanation: 'Asks once more on a screen of its own.' },
    later: {
      label: 'Restart later',
      explanation: 'Leaves the program. Restart Windows when it suits you, then come back.',
    },
    undo: { label: 'Undo the plan', explanation: 'Takes back what can be taken back, without a restart.' },
  },
  applying: {
    title: 'The plan',
    finishing: 'This step is finished first, then the plan stops.',
    finishingToUndo: 'This step is finished first, then everything is undone.',
    opening: 'Writing the journal and laying undo.cmd ready …',
    settling: 'Bringing the services to their recorded states …',
    outcomes: {
      planned: '',
      running: 'running',
      undoing: 'undoing',
      done: 'done',
      skipped: 'not needed',
      failed: 'failed',
      undone: 'undone',
      'not-undone': 'not undone',
    },
  },
  interrupted: {
    title: 'Do you want to stop?',
    stepGoesOn: 'The running step ends first: a half-run command is the one thing that nobody can undo.',
    stepEnded: 'The step has ended, and the next one waits for your answer.',
    goOn: { label: 'Go on', explanation: 'The plan runs on as confirmed.' },
    stop: {
      label: 'Finish this step and stop',
      explanation: 'Services are brought back to work. You can finish or undo the rest later.',
    },
    rollBack: {
      label: 'Finish this step and undo everything',
      explanation: 'What was done is taken back in reverse order.',
    },
  },
  rollingBack: {
    title: 'Undoing, in reverse order',
    mustFinish: 'Leaving now would stop half-way. It takes a moment.',
  },
  rolledBack: {
    title: 'Undone. The machine is as it was before the plan.',
    meaning: 'Every step was taken back, and every service is in its recorded state.',
  },
  notFullyRolledBack: {
    title: 'Not everything could be undone.',
    meaning: 'What could be taken back was taken back. This is left, with the commands that do it by hand:',
    remainder: 'Left to do',
    nothingKnown:
      'The journal does not say what is left. UNDO.txt in the session’s folder lists all commands.',
  },
  stopped: {
    title: 'Stopped between two steps, as you asked.',
    meaning: 'The services run. The rest of the plan can be finished or undone now or later.',
    again: { label: 'Finish or undo the rest', explanation: 'Shows what is left and asks.' },
  },
  afterwards: {
    otherWay: { label: 'Choose another way', explanation: 'Back to the list of what can be done.' },
    leave: { label: 'Leave', explanation: 'A summary stays in the terminal.' },
    lookAgain: { label: 'Look again', explanation: 'Runs the diagnosis once more. Nothing is changed.' },
  },
  verifying: {
    title: 'Checking whether the network of WSL works',
    checks: {
      start: 'WSL starts',
      mode: 'Networking mode',
      route: 'Default route',
      dns: 'Name resolution',
      http: 'HTTP request',
      events: 'No new errors in the event logs',
      host: 'Windows itself is online',
    },
  },
  verdicts: {
    repaired: 'Repaired.',
    'working-by-fallback': 'Working by a fallback.',
    'not-repaired': 'Not repaired.',
    'cannot-judge': 'It cannot be judged whether this is repaired.',
  },
  verdictMeanings: {
    repaired: 'WSL starts with its usual network.',
    'working-by-fallback': 'WSL has a network, but not the usual one: the fault itself is still there.',
    'not-repaired': 'WSL still has no working network.',
    'cannot-judge': 'The checks that would prove it could not be made here.',
  },
  proof: (passed, all) => `(${passed} of ${all} checks passed)`,
  result: {
    done: 'Done',
    steps: (count) => (count === 1 ? '1 step' : `${count} steps`),
    givenBack: (addresses) => `static addresses given back: ${addresses}`,
    lostAddresses: (addresses) => `not given back: ${addresses}`,
    kept: 'Kept',
    toUndo: 'To undo',
    worksOffline: '(works without network)',
    toGoOn: 'To go on',
    log: 'Log',
    rights: 'Elevation',
    otherAccount:
      'Another account lent its administrator rights. WSL and .wslconfig were used as your own account all the same.',
    next: 'Next',
    staysChanged: 'Stays changed',
    putBack: 'Put back',
    nothingPutBack: 'nothing had to be put back',
    nextRemedy: (remedy) => `The next thing to try is “${remedy}”.`,
    nextRepair: (remedy) => `“${remedy}” would cure the likely cause. Look again to choose it.`,
    noNextRemedy: 'No other remedy is recommended for these findings.',
    nextDiagnosis: 'The machine is looked at again next, and the ways out that are left are offered.',
    prevention: (backup) => [
      'To keep it that way, all of it optional: make a restore point, and keep WSL and Windows up to date.',
      'Leave the networks “WSL” and “Default Switch” of Hyper-V alone, and make none by these names.',
      ...(backup === null ? [] : [`Keep the copy of .wslconfig from before: ${backup}`]),
    ],
  },
  handedOver: {
    opening: 'Opening the window …',
    title: 'The window is open.',
    meaning:
      'What happens in it is yours to decide, and this program does nothing there. If Windows restarts meanwhile, start this program again afterwards.',
    lookAgain: {
      label: 'I am done there: look again',
      explanation: 'Looks at the whole machine again, and says whether WSL’s network works now.',
    },
  },
  copied: {
    distros: {
      title: 'The copies of your distros are made:',
      meaning:
        'Nothing in the distros was changed, and nothing was repaired: the network is as it was. The copies stay until you delete them. wsl --import brings a .tar back; for the copy of a disk, add --vhd.',
    },
    'restore-point': {
      title: 'Windows has a new restore point.',
      meaning:
        'Nothing was repaired: the network is as it was. The point stays until Windows needs its space; rstrui.exe goes back to it.',
    },
  },
  deciding: {
    keep: {
      label: 'Keep the changes',
      explanation: 'Nothing is taken back. Leads to the next thing to try.',
    },
    undo: {
      label: 'Undo the changes',
      explanation: 'Takes back what can be taken back, then leads to the next thing to try.',
    },
  },
  summary: {
    healths: {
      healthy: 'Nothing is wrong with the network of WSL.',
      broken: 'WSL cannot set up its network.',
      'working-by-fallback': 'WSL works by a fallback; the usual network could not be set up.',
      unknown: 'The checks could not tell whether something is wrong.',
    },
    notDiagnosed: 'The diagnosis did not come to an end.',
    nothingChanged: 'Nothing was changed.',
    causes: 'Likely cause',
    awaitingRestart: 'Windows has to restart. After that, run the program again to go on.',
    comesBack: 'Windows has to restart. After you sign in again, the program opens once by itself to go on.',
    rolledBack: 'The plan was undone. The machine is as it was before.',
    notFullyRolledBack: 'The plan could not be undone completely. Left to do:',
    handedOver:
      'A window of Windows was opened for you. When you are done there, run the program again to look at the machine.',
    stopped: 'The plan was stopped between two steps. Run the program again to finish or undo it.',
    unfinished: 'An earlier plan is unfinished. Run the program again to finish or undo it.',
    simulated: (world) => `This was the practice world ${world}. Nothing on this computer was touched.`,
  },
  gap: ' ',
  comma: ', ',
  colon: ': ',
};

export const zhCN: ScreenText = {
  header: {
    simulated: (world) => `模拟 SIMULATED ${world}`,
    replay: (capture) => `回放 ${capture}`,
    wsl: (version) => `WSL ${version}`,
    inboxWsl: 'Windows 自带的 WSL',
    noWsl: '未安装 WSL',
    elevated: '已提权',
    notElevated: '未提权',
    remote: '远程会话',
    build: (name, build, revision) => `${name} ${build}.${revision}`,
  },
  stations: {
    diagnose: '诊断',
    choose: '选择',
    confirm: '确认',
    apply: (done, all) => `执行 ${done}/${all}`,
    undo: '撤销',
    restart: '重启',
    verify: '验证',
  },
  promises: {
    lookingOnly: '只查看，不做任何更改。',
    testSwitch: '正在查看：会创建并删除一个测试交换机。',
    nothingYet: '尚未执行任何操作。',
    nothingNewYet: '此方案尚未执行任何操作。',
    applying: '只执行您确认过的步骤。',
    undoing: '正在恢复原状。',
    waiting: '当前没有操作在执行。',
    checking: '只检查，不做任何更改。',
    finished: '当前没有操作在执行。',
  },
  notices: {
    'facts-moved': '方案制定之后电脑状态有变，因此没有执行任何操作，现在重新检查。',
    'elevation-refused': 'Windows 没有授予管理员权限，没有执行任何操作。',
    'look-refused': 'Windows 没有授予管理员权限。之前的检查结果仍然有效。',
    'planning-failed': '根据电脑现在的状态无法制定方案，没有执行任何操作。',
    'journal-failed': '无法写入日志，因此没有执行任何操作。磁盘是否已满？',
    'restart-failed': 'Windows 没有开始重启。您可以自行重启，然后再回到这里。',
    'forget-failed': '会话没有结束：有服务未能恢复，或者日志无法写入。选择“撤销”可以看到是哪一项。',
  },
  tooSmall: (columns, rows) => `请把窗口调大一些，至少 ${columns} 列、${rows} 行。`,
  more: (above, below) =>
    [above > 0 ? `↑ 上面还有 ${above} 行` : '', below > 0 ? `↓ 下面还有 ${below} 行` : '']
      .filter((part) => part !== '')
      .join('   '),
  help: { title: '按键' },
  panes: {
    services: '服务',
    netsh: 'netsh',
    powershell: 'PowerShell',
    wsl: 'WSL',
    all: '全部',
    following: '跟随中',
    paused: '已暂停',
    empty: '还没有命令在这里输出内容。',
    outputOf: (checks) => `原始输出：${checks}`,
    dropped: (lines) => `… 更早的 ${lines} 行不在此保留`,
    running: '运行中',
    timedOut: '超时',
    cancelled: '已取消',
    notStarted: '未能启动',
  },
  duration: { seconds: (seconds) => `${seconds} 秒`, minutes: (minutes) => `${minutes} 分钟` },
  status: {
    waiting: '等待中',
    running: '进行中',
    ok: '正常',
    finding: '发现问题',
    skipped: '已跳过',
    timedOut: '超时',
    crashed: '失败',
  },
  picker: {
    title: '您想修复哪一台练习用的电脑？',
    intro: '练习环境是模拟的 Windows 电脑，每台有一处故障。不会触及这台电脑上的任何东西。',
    invented: '其修复方法是为练习而虚构的。',
  },
  starting: '正在查找上次运行未完成的工作……',
  forgetting: '正在结束未完成的会话……',
  planning: '正在根据电脑现在的状态制定方案……',
  elevating: '正在等待 Windows 授予管理员权限，可能有一个 Windows 窗口在询问您。',
  elevatingToLook: '正在等待 Windows 授予管理员权限（只用于查看），可能有一个 Windows 窗口在询问您。',
  rechecking: '正在重新读取方案所依据的状态……',
  restarting: 'Windows 正在重启……',
  recovering: {
    title: (startedAt) => `${startedAt} 开始的方案在完成之前中断了。`,
    restarted: (startedAt) => `Windows 已重启，${startedAt} 开始的方案可以继续。`,
    remedy: '办法',
    steps: '步骤',
    begun: '已开始，结果未知',
    old: '那是七天以前的事，电脑的状态可能已经改变。执行任何操作之前都会先列出内容。',
    changed: '这台电脑与当时不同了。剩余部分会重新制定方案，执行任何操作之前都会先列出内容。',
    changes: {
      build: (before, now) => `Windows 内部版本原为 ${before}，现为 ${now}。`,
      distros: {
        gone: (names) => `已不存在的发行版：${names}`,
        added: (names) => `新出现的发行版：${names}`,
      },
      adapters: {
        gone: (names) => `已不存在的网卡：${names}`,
        added: (names) => `新出现的网卡：${names}`,
      },
    },
    finish: {
      label: '继续完成',
      explanation: '把剩余部分列为新方案。每个破坏性步骤都要重新确认，之后才会执行。',
    },
    verify: {
      label: '继续',
      explanation: '完成重启之后的部分。如果需要更改，会先列出并请您确认。',
    },
    undo: { label: '撤销', explanation: '按相反顺序撤回各步骤，并把每个服务恢复到记录的状态。' },
    forget: {
      label: '放弃',
      explanation: '把停止的服务重新启动，其余保持现状，然后重新开始诊断。备份仍留在磁盘上。',
    },
  },
  history: {
    title: '这台电脑上做过什么',
    nothing: '这台电脑上还没有做过任何更改。',
    states: {
      interrupted: '已中断',
      'awaiting-restart': '等待重启',
      'awaiting-verification': '尚未验证',
      done: '已完成',
      'rolled-back': '已撤销',
      'not-fully-rolled-back': '未能全部撤销',
      forgotten: '保持原样',
    },
    canBeUndone: '按 Enter 查看如何撤销，并由您决定。',
    obstacles: {
      'other-machine': '无法在此撤销：这是在另一台电脑上做的。',
      'already-undone': '无需撤销：已经撤销过。',
      'nothing-to-undo': '无需撤销：没有可以撤回的更改。',
    },
    question: (remedy, startedAt) => `撤销 ${startedAt} 的“${remedy}”吗？`,
    rule: '将从最后一步开始执行以下操作，已经恢复的部分会跳过。之后被其他程序或用户修改过的内容保持原样，并显示差异。',
    kinds: { exact: '完全恢复', equivalent: '重新建立，等效', none: '无法撤销' },
    no: { label: '否，返回', explanation: '不做任何更改。' },
    yes: { label: '是，撤销', explanation: '各服务恢复到之前的状态，之后会重新检查这台电脑。' },
  },
  diagnosing: {
    title: '检查项',
    usually: (seconds) => `通常需要 ${seconds} 秒`,
    skipped: (reason) => `已跳过：${reason}`,
    timedOut: (seconds) => `${seconds} 秒后超时，继续其他检查`,
    crashed: (message) => `无法读取：${message}`,
    judging: '正在综合判断……',
    others: (count) => `……另有 ${count} 项检查`,
  },
  reviewing: {
    healthy: '这台电脑的 WSL 网络没有问题。',
    fallback: 'WSL 可以使用，但靠的是后备方式：原本的网络无法建立。',
    unknown: '检查结果不足以判断是否有问题。',
    broken: 'WSL 无法建立网络。',
    noWsl: '没有安装 WSL，因此没有可以检查的 WSL 网络。',
    noDistro: '没有安装发行版：无法启动 WSL，因此无法判断 WSL 的网络。',
    why: '原因',
    speaks: '依据',
    forIt: '支持的依据',
    againstIt: '反对的依据',
    noFinding: '没有发现指向这里。',
    nothingAgainst: '没有。',
    strong: '把握大',
    fair: '把握中等',
    weak: '把握小',
    none: '',
    reports: '报告',
    cured: (cured, of) =>
      cured === 0 ? `${of} 份报告中没有一份得到解决` : `${of} 份报告中有 ${cured} 份得到解决`,
    waysOut: '处理办法',
    unseen: (count, key) =>
      `有 ${count} 项检查未做：只有管理员才能读取。${key === null ? '' : `按 ${key} 深入检查。`}`,
  },
  lookingDeeper: {
    title: '要深入检查吗？',
    asksOnce: '有些内容只有管理员才能读取。Windows 会询问您一次，检查结束后权限随即收回。',
    alreadyElevated: '本程序已经以管理员身份运行，Windows 不会再询问。',
    adds: (checks) => `还会检查：${checks}。`,
    noSwitch: {
      'remote-session': '远程会话中不做交换机测试：它会带来一块新的网络适配器，可能切断您的连接。',
      'no-hyper-v': '这台电脑不做交换机测试：没有 Hyper-V 功能，无从创建。',
    },
    readOnly: {
      label: '好，只读取',
      explanation: '不做任何更改。所有检查会再做一遍，通常约需一分钟。',
    },
    withSwitch: {
      label: '好，并创建一个测试交换机',
      explanation:
        '不经过 WSL 创建一个虚拟交换机，随即删除。如果这也失败，问题就不在 WSL。几秒钟内会多出一块网络适配器，VPN 可能会重新连接。',
    },
    notNow: { label: '不，返回', explanation: '目前的检查结果仍然有效。' },
  },
  paste: {
    title: 'WSL 显示了什么错误？',
    hint: '请粘贴或输入在这里：一行、一条事件或整份报告都可以。不会查看或更改任何东西。按 Ctrl+U 清空。',
  },
  choosing: {
    title: '您想怎么处理？',
    relations: {
      repairs: '可以修复',
      'may-repair': '可能修复',
      'works-around': '绕过故障',
      'seldom-helps': '对这类发现很少有效',
      'rescues-files': '先保全文件',
      'not-for-this': '不针对这类发现',
      prevents: '预防再次发生',
    },
    undo: { exact: '可撤销', equivalent: '可重建', none: '不可撤销' },
    noRestart: '无需重启',
    restart: '需要重启',
    elevation: '需要管理员权限',
    effects: { safe: '不丢失任何内容', disruptive: '短暂中断', destructive: '会停止或重置某些组件' },
    notOffered: (reason) => `不可用。${reason}`,
    cannotChoose: (remedy, reason) => `现在不能选择“${remedy}”。${reason}`,
    more: (count) => `再显示 ${count} 种办法（很少有效，或不适用于这台电脑）…`,
    adviceBoth: (cure, bypass, time) =>
      `“${cure}”可以消除最可能的原因；“${bypass}”只需 ${time}就能让您继续工作。可以先做后者，以后再做前者。`,
    adviceCure: (cure) => `“${cure}”可以消除最可能的原因。`,
    adviceBypass: (bypass, time) =>
      `对这些发现没有确定有效的修复方法。“${bypass}”只需 ${time}就能让您继续工作。`,
    adviceNone: '对这些发现，没有已知有效的修复方法。',
    adviceInstall: '不需要先修复什么：在终端中运行“wsl --install”即可安装 WSL 和发行版，之后请重新检查。',
    adviceWorks: 'WSL 已经可以靠后备方式使用。对这些发现没有确定有效的修复方法，现在不必处理。',
    adviceConnect:
      'Windows 自身没有联网。请先连接互联网，再重新检查；在此之前，这里的办法都没有帮助，也无法判断 WSL 的情况。',
    nothingWrong: '没有发现问题，不需要处理。',
  },
  plan: {
    title: (remedy) => `方案：${remedy}`,
    secondHalf: (remedy) => `剩余部分：${remedy}`,
    effects: { safe: '安全', disruptive: '短暂中断', destructive: '破坏性' },
    changes: '更改',
    lost: '丢失',
    backup: '备份',
    noBackup: '不需要',
    undo: '撤销',
    undoKinds: {
      exact: '可完全撤销，失败时自动进行',
      equivalent: '可重建，失败时由您决定',
      none: '不可撤销',
    },
    diff: (path) => `${path} 的更改`,
    restart: '之后 Windows 需要重启，时间由您决定。',
    comesBack: '最后，本程序会登记自己，以便在您重新登录后自动打开一次；您回来后会立即取消登记：',
    comeBackByHand: '重启之后请您自己打开本程序，届时会说明如何打开。',
    elevation: 'Windows 会请求一次管理员权限。',
    toConfirm: (count) =>
      `按 Enter 后有 ${count} 个确认界面，每个破坏性步骤单独确认。全部确认之前不会执行任何操作。`,
    nothingToConfirm: '此方案没有破坏性步骤，按 Enter 开始执行。',
    keptAs: (names) => `保存为 ${names}`,
    whereNeeded: '（仅在需要时）',
    reads: (question, lines) => `PowerShell：读取 ${question}（脚本共 ${lines} 行）`,
    copies: (path) => `复制 ${path}`,
    writes: (path) => `写入 ${path}`,
    restores: (path) => `把 ${path} 恢复原样`,
  },
  confirming: {
    title: (index, all, step) => `第 ${index} 步，共 ${all} 步 · ${step}`,
    stops: '会停止',
    lost: '会丢失',
    nothingLost: '磁盘上没有任何内容丢失。',
    backup: '备份',
    undo: '撤销',
    question: '方案开始后执行这一步吗？',
    no: '不，返回',
    yes: (index) => `是，确认第 ${index} 步`,
    typeWord: (word) => `要确认，请输入 ${word} 并按 Enter：`,
    wrongWord: (word) => `输入的不是“${word}”，没有确认任何步骤。`,
    emptyGoesBack: '不输入直接按 Enter 则返回。',
    progress: (confirmed, all) => `已确认 ${confirmed}/${all}。`,
    nothingRan: '尚未执行任何操作。',
    nothingNewRan: '此方案尚未执行任何操作。',
  },
  restart: {
    title: '重启 Windows',
    stops: '这台电脑上的所有程序。请先保存您的工作。',
    lost: '已打开的程序中未保存的内容。',
    backup: '本次会话的日志和备份已写入磁盘。',
    undo: '重启本身不可撤销，但之后仍可撤销方案。',
    question: '现在重启 Windows 吗？',
    yes: '是，现在重启',
    effect: '会关闭所有程序',
  },
  awaitingRestart: {
    title: 'Windows 需要重启，才能完成剩余部分。',
    why: '所做的更改在 Windows 下次启动时生效。在那之前，WSL 的网络保持现状。',
    notYet: '自您上次离开以来，Windows 还没有重启。',
    fastStartup: '请在“开始”菜单中选择“重启”。启用快速启动时，“关机”后再开机不算重启。',
    byItself: '您重新登录后，本程序会自动打开一次，列出剩余部分，询问之后才会执行。',
    otherwise: '如果没有自动打开，请运行以下命令，没有网络也可以：',
    comeBack: '重启之后运行以下命令，没有网络也可以：',
    inPowerShell: '在 PowerShell 中，请在它前面加上 & 和一个空格。',
    now: { label: '现在重启', explanation: '会在单独的界面上再确认一次。' },
    later: { label: '稍后重启', explanation: '退出本程序。请在方便时重启 Windows，然后再回来。' },
    undo: { label: '撤销方案', explanation: '撤回可以撤回的部分，不重启。' },
  },
  applying: {
    title: '方案',
    finishing: '先完成这一步，然后停止。',
    finishingToUndo: '先完成这一步，然后全部撤销。',
    opening: '正在写入日志并准备 undo.cmd……',
    settling: '正在把服务恢复到记录的状态……',
    outcomes: {
      planned: '',
      running: '进行中',
      undoing: '撤销中',
      done: '完成',
      skipped: '不需要',
      failed: '失败',
      undone: '已撤销',
      'not-undone': '未能撤销',
    },
  },
  interrupted: {
    title: '您想停止吗？',
    stepGoesOn: '正在执行的步骤会先完成，因为执行到一半的命令谁也无法撤销。',
    stepEnded: '这一步已结束，下一步等待您的回答。',
    goOn: { label: '继续', explanation: '按确认过的方案继续执行。' },
    stop: { label: '完成这一步后停止', explanation: '服务会恢复运行，剩余部分以后可以继续或撤销。' },
    rollBack: { label: '完成这一步后全部撤销', explanation: '按相反顺序撤回已做的更改。' },
  },
  rollingBack: {
    title: '正在按相反顺序撤销',
    mustFinish: '现在退出会停在半途，请稍等片刻。',
  },
  rolledBack: {
    title: '已撤销，电脑恢复到执行方案之前的状态。',
    meaning: '每一步都已撤回，每个服务都处于记录的状态。',
  },
  notFullyRolledBack: {
    title: '未能全部撤销。',
    meaning: '能撤回的都已撤回。以下是剩余部分，以及手动处理的命令：',
    remainder: '有待处理',
    nothingKnown: '日志没有说明还剩什么。会话文件夹中的 UNDO.txt 列出了全部命令。',
  },
  stopped: {
    title: '已按您的要求在两个步骤之间停止。',
    meaning: '服务都在运行。方案的剩余部分现在或以后都可以继续或撤销。',
    again: { label: '继续或撤销剩余部分', explanation: '列出剩余部分并请您决定。' },
  },
  afterwards: {
    otherWay: { label: '选择其他办法', explanation: '回到可选办法的列表。' },
    leave: { label: '退出', explanation: '终端中会留下一份小结。' },
    lookAgain: { label: '重新检查', explanation: '再诊断一次，不做任何更改。' },
  },
  verifying: {
    title: '正在检查 WSL 的网络是否正常',
    checks: {
      start: 'WSL 启动',
      mode: '网络模式',
      route: '默认路由',
      dns: '域名解析',
      http: 'HTTP 请求',
      events: '事件日志中没有新错误',
      host: 'Windows 本身是否联网',
    },
  },
  verdicts: {
    repaired: '已修复。',
    'working-by-fallback': '靠后备方式可以使用。',
    'not-repaired': '未修复。',
    'cannot-judge': '无法判断是否已修复。',
  },
  verdictMeanings: {
    repaired: 'WSL 以原本的网络方式启动。',
    'working-by-fallback': 'WSL 有网络，但不是原本的方式，故障本身仍然存在。',
    'not-repaired': 'WSL 仍然没有可用的网络。',
    'cannot-judge': '这里无法进行足以证明的检查。',
  },
  proof: (passed, all) => `（${all} 项检查中 ${passed} 项通过）`,
  result: {
    done: '已完成',
    steps: (count) => `${count} 个步骤`,
    givenBack: (addresses) => `已还原静态地址：${addresses}`,
    lostAddresses: (addresses) => `未能还原：${addresses}`,
    kept: '已保留',
    toUndo: '如需撤销',
    worksOffline: '（无需网络）',
    toGoOn: '如需继续',
    log: '日志',
    rights: '管理员权限',
    otherAccount: '管理员权限由另一个帐户提供；WSL 和 .wslconfig 仍以您自己的帐户操作。',
    next: '接下来',
    staysChanged: '仍有变化',
    putBack: '已恢复',
    nothingPutBack: '没有需要恢复的内容',
    nextRemedy: (remedy) => `接下来可以试试“${remedy}”。`,
    nextRepair: (remedy) => `“${remedy}”可以消除最可能的原因。重新检查后即可选择。`,
    noNextRemedy: '对这些发现没有其他推荐的办法。',
    nextDiagnosis: '接下来会重新检查这台电脑，并提供其余的处理办法。',
    prevention: (backup) => [
      '为保持正常（均为可选）：创建还原点，并让 WSL 和 Windows 保持最新。',
      '不要改动 Hyper-V 的“WSL”和“Default Switch”网络，也不要手动创建同名网络。',
      ...(backup === null ? [] : [`请保留 .wslconfig 之前的副本：${backup}`]),
    ],
  },
  handedOver: {
    opening: '正在打开窗口……',
    title: '窗口已打开。',
    meaning:
      '在其中做什么由您决定，本程序不会在那里进行任何操作。如果期间 Windows 重启，请在重启后再次运行本程序。',
    lookAgain: {
      label: '已在那里完成：重新检查',
      explanation: '重新检查整台电脑，并告诉您 WSL 的网络现在是否正常。',
    },
  },
  copied: {
    distros: {
      title: '发行版的副本已保存：',
      meaning:
        '发行版中的内容没有任何改动，也没有进行修复：网络仍是原来的状态。副本会一直保留，直到您删除它们。.tar 文件可用 wsl --import 导入；磁盘的副本请加上 --vhd。',
    },
    'restore-point': {
      title: 'Windows 已创建新的还原点。',
      meaning:
        '没有进行修复：网络仍是原来的状态。还原点会保留，直到 Windows 需要其空间；可用 rstrui.exe 恢复到该点。',
    },
  },
  deciding: {
    keep: { label: '保留更改', explanation: '不撤回任何内容，接着选择下一个办法。' },
    undo: { label: '撤销更改', explanation: '撤回可以撤回的部分，然后选择下一个办法。' },
  },
  summary: {
    healths: {
      healthy: 'WSL 的网络没有问题。',
      broken: 'WSL 无法建立网络。',
      'working-by-fallback': 'WSL 靠后备方式可以使用，原本的网络无法建立。',
      unknown: '检查结果不足以判断是否有问题。',
    },
    notDiagnosed: '诊断没有完成。',
    nothingChanged: '没有做任何更改。',
    causes: '最可能的原因',
    awaitingRestart: 'Windows 需要重启。重启后请再次运行本程序以继续。',
    comesBack: 'Windows 需要重启。您重新登录后，本程序会自动打开一次以继续。',
    rolledBack: '方案已撤销，电脑恢复到之前的状态。',
    notFullyRolledBack: '方案未能全部撤销。有待处理：',
    handedOver: '已为您打开 Windows 的窗口。在那里完成后，请再次运行本程序重新检查。',
    stopped: '方案在两个步骤之间停止。请再次运行本程序以继续或撤销。',
    unfinished: '有一个方案尚未完成。请再次运行本程序以继续或撤销。',
    simulated: (world) => `这是练习环境 ${world}，没有触及这台电脑上的任何东西。`,
  },
  gap: '',
  comma: '、',
  colon: '：',
};
