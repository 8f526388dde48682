/** The server, wherever it runs. One bundle for Node and for workers: they share all but the way of the messages, and users load it once. */
import { version } from '../../package.json';
import { startServer } from './server.js';

/** Only workers load scripts this way. */
const isWorker = 'importScripts' in globalThis;

void (isWorker ? import('./browser.js') : import('./node.js')).then(({ door }) => startServer(door(), version));
