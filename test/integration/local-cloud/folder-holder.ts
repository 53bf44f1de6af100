import { DataFolder } from '../../../infra/local/boot/data-folder.ts';

// Takes the folder it is given and keeps it until it is killed; the parent reads its process id.

const folder = new DataFolder(process.argv[2] ?? '');
process.stdout.write(`${process.pid}\n`);
setInterval(() => folder.path, 60_000);
