// Fails when the built file is larger than 25 KB (25,000 bytes) gzipped.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 25_000;
const file = readFileSync(new URL('./dist/widget.js', import.meta.url));
const size = gzipSync(file, { level: 9 }).length;
console.log(`dist/widget.js: ${file.length} bytes, ${size} gzipped (at most ${LIMIT})`);
if (size > LIMIT) {
  console.error('The widget is too large: take something out of widget/src or a dependency.');
  process.exit(1);
}
