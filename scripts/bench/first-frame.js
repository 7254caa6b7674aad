// Time from starting a process to the first thing that a person can read in its terminal.
import { spawn } from 'node:child_process';

/**
 * Runs `command` (a shell line) in a pseudo-terminal of 120x40 cells, made by `script` of util-linux.
 * Resolves with milliseconds; rejects where nothing readable comes in 30 seconds.
 */
export function firstFrame(command, env) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const terminal = spawn('script', ['-qfec', `stty cols 120 rows 40; exec ${command}`, '/dev/null'], {
      env: { ...process.env, ...env, TERM: 'xterm-256color' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const end = (settle) => {
      clearTimeout(limit);
      terminal.stdout.removeAllListeners('data');
      terminal.removeAllListeners('error');
      terminal.once('close', settle);
      // Its terminal goes with it, and the program in it is told so (SIGHUP).
      terminal.kill('SIGKILL');
    };
    const limit = setTimeout(
      () => end(() => reject(new Error(`No frame within 30 seconds: ${command}\n${output}`))),
      30_000,
    );
    let output = '';
    terminal.on('error', reject);
    terminal.once('close', () => reject(new Error(`Ended without a frame: ${command}\n${output}`)));
    terminal.stdout.setEncoding('utf8');
    terminal.stdout.on('data', (chunk) => {
      output += chunk;
      if (!isReadable(output)) return;
      const took = performance.now() - start;
      terminal.removeAllListeners('close');
      end(() => resolve(took));
    });
  });
}

/** Something other than escape sequences and blanks, on the alternate screen: an error message is no frame. */
function isReadable(output) {
  const [, frame] = output.split('\x1b[?1049h');
  if (frame === undefined) return false;
  return /\S/.test(
    frame.replace(/\x1b(\[[0-9;?<>=u]*[ -/]*[@-~]|[\]P_^][^\x07\x1b]*(\x07|\x1b\\)?|[ -/]*[0-~])/g, ''),
  );
}
