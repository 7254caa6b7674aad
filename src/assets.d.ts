/** PowerShell scripts are bundled as text. */
declare module '*.ps1' {
  const script: string;
  export default script;
}

/** Set by the build from package.json; absent in tests. */
declare const __VERSION__: string | undefined;
