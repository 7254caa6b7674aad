/** The TUI's side of the pipe: it listens, and lets in one helper that proves the secret. */
import { createServer, type Server, type Socket } from 'node:net';
import { ChannelRefused, openChannel } from './channel.js';
import { createHelper, type Helper, type HelperContext } from './helper.js';
import { parseReport } from './messages.js';

export interface MeetingOptions extends HelperContext {
  /** Name of the pipe to listen on. */
  readonly pipe: string;
  readonly secret: Uint8Array;
}

export interface Meeting {
  /** Resolves when a helper has proved itself; never where none comes. */
  readonly helper: Promise<Helper>;
  /** Ends listening, and the helper with it. */
  close(): void;
}

/** Rejects where the pipe cannot be made. */
export async function meetHelper(options: MeetingOptions): Promise<Meeting> {
  const { onRefusal } = options;
  let guest: Socket | null = null;
  const server = createServer();
  const helper = new Promise<Helper>((resolve) => {
    server.on('connection', (socket) => {
      socket.on('error', () => undefined);
      if (guest !== null) {
        onRefusal('second-client', 'There is a helper already.');
        socket.destroy();
        return;
      }
      guest = socket;
      socket.once('close', () => {
        guest = null;
      });
      welcome(options, socket).then(resolve, (error: unknown) => {
        onRefusal(error instanceof ChannelRefused ? error.reason : 'bad-message', String(error));
        socket.destroy();
      });
    });
  });
  await listening(server, options.pipe);
  return {
    helper,
    close() {
      server.close();
      guest?.destroy();
    },
  };
}

async function welcome(options: MeetingOptions, socket: Socket): Promise<Helper> {
  const channel = await openChannel(socket, 'tui', options);
  const first = parseReport(await channel.receive());
  if (first?.kind !== 'ready') throw new ChannelRefused('bad-message');
  return createHelper(options, channel, first.sid);
}

function listening(server: Server, pipe: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(pipe, () => resolve());
  });
}
