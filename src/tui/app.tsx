import { Box, Text } from 'ink';
import { memo, useSyncExternalStore } from 'react';
import { frameRows } from './frame.ts';
import type { Look } from './look.ts';
import type { Store } from './store.ts';
import { type RowSlots, SLOT_WIDTH } from './terminal/row-slots.ts';

interface AppProps {
  readonly store: Store;
  readonly look: Look;
  readonly slots: RowSlots;
}

/** The whole view. All that it shows comes from the store. */
export function App({ store, look, slots }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { columns, rows } = state.size;
  return (
    <Box flexDirection="column" width={Math.max(columns, SLOT_WIDTH)} height={rows}>
      {frameRows(state, look).map((row, i) => (
        // A row of the screen is its place and nothing else.
        <Line key={i} slot={slots.slotOf(look.painter.paint(row))} />
      ))}
    </Box>
  );
}

const Line = memo(({ slot }: { readonly slot: string }) => (
  <Box height={1} flexShrink={0}>
    <Text>{slot}</Text>
  </Box>
));
