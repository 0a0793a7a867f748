// Runs the script that it is given. Descriptor 3 closes when the starter is gone, even by kill -9: then the script is
// asked to end, so that it holds neither its port nor the database. (Not a preload: those are handed on to workers.)
import { Socket } from 'node:net';
import { pathToFileURL } from 'node:url';

const PATIENCE_MS = 10_000;
const leash = new Socket({ fd: 3, readable: true });
leash.on('error', () => undefined);
leash.on('close', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
});
leash.resume();
leash.unref();

process.argv.splice(1, 1);
await import(pathToFileURL(process.argv[1]).href);
