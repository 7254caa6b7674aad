/**
 * What the simulated programs print in one language. The sentences are ours and of the shape of Windows' own: nothing
 * in the product may depend on their wording.
 */
export interface WorldText {
  /** Windows' own message of an error number. */
  readonly error: (code: number) => string;
  readonly net: {
    readonly starting: (service: string) => string;
    readonly started: (service: string) => string;
    readonly stopping: (service: string) => string;
    readonly stopped: (service: string) => string;
    readonly couldNotStart: (service: string) => string;
    readonly couldNotStop: (service: string) => string;
    readonly dependents: (service: string) => readonly [string, string];
    readonly goOn: string;
    readonly noValidAnswer: string;
    readonly notStarted: (service: string) => string;
    readonly alreadyStarted: string;
    readonly invalidName: string;
    readonly starts: string;
    readonly noError: string;
    readonly moreHelp: (number: number) => string;
    readonly systemError: (code: number) => string;
  };
  readonly sc: { readonly failed: string; readonly success: string };
  readonly netsh: {
    /** Names of the parts that `int ip reset` goes through; the unnamed ones are ''. */
    readonly resetParts: readonly string[];
    readonly resetOk: (part: string) => string;
    readonly resetFailed: (part: string) => string;
    readonly restartToComplete: string;
    readonly winsockDone: readonly string[];
    readonly needsElevation: string;
    readonly invalidInterface: string;
    readonly objectExists: string;
    readonly dumpTitle: (family: string) => string;
    readonly dumpEnd: (family: string) => string;
    readonly catalogEntry: string;
    readonly catalogKinds: { readonly base: string; readonly layered: string };
    readonly catalogLabels: {
      readonly type: string;
      readonly provider: string;
      readonly version: string;
      readonly description: string;
      readonly path: string;
      readonly id: string;
      readonly chain: string;
    };
    readonly excludedTitle: (protocol: string) => string;
    readonly excludedColumns: readonly [start: string, end: string];
    readonly excludedNote: string;
    readonly dynamicTitle: (protocol: string) => string;
    readonly dynamicLabels: { readonly start: string; readonly count: string };
  };
  readonly reg: {
    readonly done: string;
    readonly error: (sentence: string) => string;
    readonly notFound: string;
    readonly cannotOpen: string;
    readonly defaultName: string;
    readonly notSet: string;
    readonly end: (matches: number) => string;
  };
  readonly wsl: {
    /** In the order of `wsl --version`. */
    readonly versionLabels: readonly string[];
    readonly defaultDistro: (name: string) => string;
    readonly defaultVersion: (version: number) => string;
    readonly invalidOption: (option: string) => readonly string[];
    readonly notInstalled: readonly string[];
    readonly noDistros: readonly string[];
    readonly noSuchDistro: string;
    readonly done: string;
    readonly keyDifferences: string;
    readonly alreadyThatVersion: string;
    readonly converting: string;
    readonly exporting: string;
    readonly upToDate: string;
    readonly checkingForUpdates: string;
    readonly updating: (version: string) => string;
    readonly updateFailed: string;
    readonly errorCode: (path: string) => string;
    /** In-box WSL, and the first ones from the Store: the number and nothing else. */
    readonly bareError: (code: string) => string;
    /** Up to 2.3.11: the start ends with this. */
    readonly networkFailed: (mode: string, wslconfig: string) => string;
    readonly fellBackTo: (mode: string, fallback: string) => string;
    /** 2.3.24 and 2.3.25. */
    readonly fellBackToNone: (mode: string) => string;
    readonly internalError: string;
    readonly networkNotFound: string;
    readonly hypervisorMissing: string;
    readonly noAnswerFromVm: string;
    readonly noSuchSwitch: (name: string) => string;
    readonly settingOverridden: (name: string) => string;
    readonly unknownKey: (key: string, place: string) => string;
    readonly invalidMode: (value: string, place: string) => string;
    readonly platformMissing: string;
    readonly mirroredUnsupported: string;
  };
  readonly events: {
    readonly vmmsError: (code: string) => string;
    readonly hnsSwitchFailed: (code: string, adapterId: string) => string;
    readonly hnsNetworkCreate: (id: string, type: string, code: string) => string;
  };
  readonly whoami: {
    readonly types: { readonly label: string; readonly wellKnown: string; readonly alias: string };
    readonly names: Readonly<
      Record<
        | 'high'
        | 'medium'
        | 'everyone'
        | 'users'
        | 'administrators'
        | 'interactive'
        | 'remote'
        | 'authenticated',
        string
      >
    >;
    readonly enabled: string;
    readonly denyOnly: string;
  };
  readonly bcdedit: { readonly loader: string; readonly done: string };
  readonly winmgmt: { readonly consistent: string; readonly inconsistent: string };
  readonly sfc: { readonly begins: string; readonly clean: string };
  readonly shutdown: { readonly alreadyPlanned: string; readonly notPlanned: string };
}
