// Installs the dependencies when they are missing or stale, so that `npm start` and `npm test` work straight after a clone.
// Plain Node: nothing may be imported that is not there before the installation.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OLDEST = [20, 19];
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const stamp = at('node_modules/.mosaic-installed');

/** Runs `npm ci` unless this lockfile is installed for this platform and this Node. Exits when it fails. */
export async function bootstrap() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    console.error(`Node ${OLDEST.join('.')} or later is needed; this is ${process.version}`);
    process.exit(1);
  }
  const wanted = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .update(`${process.platform} ${process.arch} ${major}`)
    .digest('hex');
  if (isInstalled(wanted)) return;
  console.log('Installing dependencies (npm ci)...');
  const began = Date.now();
  await install();
  writeFileSync(stamp, wanted);
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s`);
}

function isInstalled(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function install() {
  return new Promise((resolve) => {
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: at('.'),
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    npm.once('error', (error) => {
      console.error(`npm cannot be started: ${error.message}`);
      process.exit(1);
    });
    npm.once('exit', (code) => (code === 0 ? resolve() : process.exit(code ?? 1)));
  });
}
