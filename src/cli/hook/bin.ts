import { HOOK_NAMES, type HookName } from '../../git/hook-script.ts';
import { runHook } from './run-hook.ts';

// What the installed hooks call: the name of the hook, and what git gives it.
const [name, ...args] = process.argv.slice(2);
if ((HOOK_NAMES as readonly (string | undefined)[]).includes(name)) {
  const { env, stdout, stderr } = process;
  runHook({ args, cwd: process.cwd(), env, stdout, stderr }, name as HookName, args).then((code) => {
    process.exitCode = code;
  });
} else {
  process.stderr.write(`clausediff: there is no hook ${name}\n`);
  process.exitCode = 2;
}
