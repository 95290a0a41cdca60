export { oneLine } from '../report/visible.ts';
