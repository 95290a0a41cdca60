// npm run bench -- [CORPUS]              how fast: beside jsdiff and git
// npm run bench -- peers [EVALUATION]    how good and how fast: beside what people use today
const [what, ...args] = process.argv.slice(2);
if (what === 'peers') {
  const { benchPeers } = await import('./peers.mjs');
  process.exitCode = benchPeers(args);
} else await import('./speed.mjs');
