// The least that Ink can do: what every program made with it pays before its own first line.
import { createElement } from 'react';
import { render, Text } from 'ink';

render(createElement(Text, null, 'Hello, world'), { interactive: true, alternateScreen: true, maxFps: 30 });
setInterval(() => undefined, 60_000);
