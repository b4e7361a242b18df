import 'server-only';
import { runAdmin } from './admin-line';

process.exitCode = await runAdmin(process.argv.slice(2));
