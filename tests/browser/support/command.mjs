// The `rollcall` command, as a pipeline calls it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const REPOSITORY = join(import.meta.dirname, '../../..');
const COMMAND = join(process.env.CARGO_TARGET_DIR ?? join(REPOSITORY, 'target'), 'debug/rollcall');

// What the command says of a plan's text on a day, and its exit code.
export function check(text, today) {
  const { status, stdout, stderr, error } = spawnSync(COMMAND, ['check', '-', '--today', today, '--format', 'json'], {
    input: text,
    encoding: 'utf8',
  });
  if (error) throw new Error(`${COMMAND} does not run: build it with \`cargo build --bin rollcall\``, { cause: error });
  if (status === 2) throw new Error(stderr);
  return { ...JSON.parse(stdout), exit: status };
}
