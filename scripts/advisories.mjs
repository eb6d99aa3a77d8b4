// Whether a package that the product runs with is known to be unsafe, as far as anybody answers who knows.
import { spawnSync } from 'node:child_process';

const grave = ['high', 'critical'];

/** What the package manager said: what is known, or why it could not be asked. */
export const readAdvisories = (text) => {
  const start = text.indexOf('{');
  let answer = null;
  try {
    answer = JSON.parse(text.slice(start));
  } catch {
    return { asked: false, why: 'nobody answered' };
  }
  if (answer.error !== undefined || answer.advisories === undefined) {
    return { asked: false, why: String(answer.error?.message ?? 'nobody answered').split('\n')[0] };
  }
  const known = Object.values(answer.advisories).map(({ module_name, severity, title, patched_versions }) => ({
    isGrave: grave.includes(severity),
    sentence: `${module_name}: ${title} (${severity}; mended in ${patched_versions})`,
  }));
  return { asked: true, known };
};

/** Asks for at most a minute, of what the product runs with; what only its tests use is not asked about. */
export const askAdvisories = (root, manager) => {
  const { stdout } = spawnSync('npx', ['--yes', manager, 'audit', '--prod', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return readAdvisories(stdout ?? '');
};
