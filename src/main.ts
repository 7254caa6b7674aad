/**
 * What `npx wsl-netfix-tui` starts. It must run on any Node that knows modules, so that an old one gets a line that helps
 * instead of a syntax error: nothing is imported before the version is known.
 */
const [major = 0, minor = 0, patch = 0] = process.versions.node.split('.').map(Number);

/** `engines` of package.json: ^22.22.2 || ^24.15 || >=26 (a test holds the two together). */
const supported =
  major >= 26 ||
  (major === 24 && minor >= 15) ||
  (major === 22 && (minor > 22 || (minor === 22 && patch >= 2)));

if (supported) {
  await import('./cli/main.js');
} else {
  process.stderr.write(
    `wsl-netfix-tui needs Node 24 (this is ${process.versions.node}). This runs it with one: npx -p node@24 -p wsl-netfix-tui wsl-netfix-tui\n`,
  );
  process.exitCode = 2;
}

export {};
