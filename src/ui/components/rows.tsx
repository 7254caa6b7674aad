import { Box, Text } from 'ink';
import { fitRow, type Row } from '../rows.js';
import { useTheme } from '../theme.js';

export interface RowsProps {
  readonly rows: readonly Row[];
  readonly width: number;
}

/** Rows as they are; each takes exactly one line. */
export function Rows({ rows, width }: RowsProps) {
  const theme = useTheme();
  return (
    <Box flexDirection="column" width={width} flexShrink={0}>
      {rows.map((parts, index) => (
        <Text key={index} wrap="truncate-end">
          {parts.length === 0
            ? ' '
            : fitRow(parts, width).map((part, place) => (
                <Text key={place} {...theme[part.tone]}>
                  {part.text}
                </Text>
              ))}
        </Text>
      ))}
    </Box>
  );
}
