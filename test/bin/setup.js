/**
 * What has to be there before the first line of TypeScript can run: the dependencies and the pinned engine.
 * Plain JavaScript without dependencies, because on a fresh clone there is nothing else. Runs on Node.js 20 and newer.
 */

/**
 * Node's own modules. An `import` of them makes a facade that runs every lazy getter: for node:fs alone that loads streams
 * and promises, which costs each start several milliseconds. Node.js before 20.16 has the slower way only.
 */
export const builtin = process.getBuiltinModule ?? (await import('node:module')).createRequire(import.meta.url);

const { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync, utimesSync, writeSync } =
  builtin('node:fs');
const { homedir } = builtin('node:os');
const { dirname, join } = builtin('node:path');
const { fileURLToPath } = builtin('node:url');

/** Folder of arkhost itself: the clone, or the installed package. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** An error of the environment: shown without a stack, exit code 3. */
export class SetupError extends Error {}

/** The folder for everything arkhost builds: `$ARKHOST_CACHE`, `$XDG_CACHE_HOME/arkhost` or `~/.cache/arkhost`. */
export function cacheRoot(env = process.env) {
  return env.ARKHOST_CACHE || join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'arkhost');
}

/** Name of the npm package that holds the engine for this machine. Throws SetupError where there is none. */
export function enginePackage(platform = process.platform, arch = process.arch) {
  if (platform !== 'linux' || (arch !== 'x64' && arch !== 'arm64')) {
    throw new SetupError(`there is no engine for ${platform} ${arch}: arkhost runs on Linux x64 and arm64`);
  }
  return `node-linux-${arch}`;
}

/** Absolute path of the pinned engine, or undefined when it is not installed. */
export function enginePath(root = ROOT) {
  const tail = join('node_modules', enginePackage(), 'bin', 'node');
  // An installed package finds the engine beside itself, in the node_modules of a folder above.
  for (let folder = root; ; folder = dirname(folder)) {
    const candidate = join(folder, tail);
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Says whether the installed packages are those of package-lock.json. An installed package without lock file, as npm
 * publishes it, has nothing to install. The usual answer costs two stat calls.
 */
export function isInstalled(root = ROOT) {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lockStat = statSync(lock, { throwIfNoEntry: false });
  if (!lockStat) return true;
  const installedStat = statSync(installed, { throwIfNoEntry: false });
  if (!installedStat || !enginePath(root)) return false;
  if (installedStat.mtimeMs >= lockStat.mtimeMs) return true;
  if (!holdsAll(readPackages(lock), readPackages(installed))) return false;
  // A checkout renews the date of an unchanged lock file: remember that the contents were compared.
  try {
    utimesSync(installed, new Date(), new Date());
  } catch {
    // A read-only node_modules is compared again next time.
  }
  return true;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function holdsAll(wanted, installed) {
  return Object.entries(wanted).every(
    // npm leaves out optional packages that are for another system.
    ([path, entry]) =>
      path === '' || installed[path]?.version === entry.version || (entry.optional && !installed[path]),
  );
}

/**
 * Installs the dependencies of a fresh clone, or of one whose package-lock.json changed, in the versions it names.
 * Returns true when it installed something. Throws SetupError when npm is missing or fails.
 */
export function ensureInstalled(root = ROOT) {
  if (isInstalled(root)) return false;
  return withInstallLock(root, () => {
    if (isInstalled(root)) return false;
    install(root);
    return true;
  });
}

function install(root) {
  const { spawnSync } = builtin('node:child_process');
  process.stderr.write('arkhost: installing dependencies (npm install), once ...\n');
  // Not `npm ci`: that refuses a lock file without the optional packages for other systems, which mirrors may not carry.
  // --no-save leaves package-lock.json as it is.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const underNpm = process.env.npm_execpath?.endsWith('npm-cli.js');
  const [file, rest] = underNpm ? [process.execPath, [process.env.npm_execpath, ...args]] : ['npm', args];
  // npm's own summary goes to stderr: standard output belongs to the command that is about to run.
  const result = spawnSync(file, rest, { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.error?.code === 'ENOENT') {
    throw new SetupError('npm was not found. Install Node.js 20 or newer with npm, then run the same command again');
  }
  if (result.error) throw new SetupError(`npm install could not be started: ${result.error.message}`);
  if (result.status !== 0) {
    throw new SetupError(
      `npm install failed in ${root} (${result.signal ?? `exit code ${result.status}`}; its message stands above). ` +
        'Check the network and the npm registry, then run the same command again',
    );
  }
  if (!enginePath(root)) {
    throw new SetupError(`npm install left out ${enginePackage()}. Run it with --include=optional in ${root}`);
  }
}

/** Two commands started at once in a fresh clone must not both run npm in the same folder. */
function withInstallLock(root, action) {
  const { createHash } = builtin('node:crypto');
  const folder = cacheRoot();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.lock`);
  while (!tryLock(path)) {
    if (isStale(path)) unlinkQuietly(path);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    return action();
  } finally {
    unlinkQuietly(path);
  }
}

function tryLock(path) {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw new SetupError(`cannot write ${path}: ${error.message}. Set ARKHOST_CACHE to a folder that can be written`);
  }
}

function isStale(path) {
  let pid;
  try {
    pid = Number(readFileSync(path, 'utf8'));
  } catch {
    return false;
  }
  // The owner writes its number right after creating the file; an old file without one lost its owner.
  if (!pid) return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 2000;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function unlinkQuietly(path) {
  try {
    unlinkSync(path);
  } catch {
    // Another process was quicker.
  }
}
