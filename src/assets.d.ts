/** PowerShell scripts are bundled as text. */
declare module '*.ps1' {
  const script: string;
  export default script;
}
