import { Box, Text } from 'ink';
import { memo, useSyncExternalStore } from 'react';
import { frameRows } from './frame.ts';
import type { Look } from './look.ts';
import type { Store } from './store.ts';

/** The whole view. All that it shows comes from the store. */
export function App({ store, look }: { readonly store: Store; readonly look: Look }) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { columns, rows } = state.size;
  return (
    <Box flexDirection="column" width={columns} height={rows} flexShrink={0}>
      {frameRows(state, look).map((row, i) => (
        // A row of the screen is its place and nothing else.
        <Line key={i} text={look.painter.paint(row)} />
      ))}
    </Box>
  );
}

/** A row without any text would have no height. */
const Line = memo(({ text }: { readonly text: string }) => (
  <Box height={1} flexShrink={0}>
    <Text wrap="truncate">{text === '' ? ' ' : text}</Text>
  </Box>
));
