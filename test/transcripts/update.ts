import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseTranscript, replay, writeTranscript } from './transcript';

/** `npm run transcripts:update`: write the assumed transcripts anew. What AWS documents or was observed to print stays. */
const folder = 'test/transcripts';
for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const path = `${folder}/${file}`;
  const text = readFileSync(path, 'utf8');
  const transcript = parseTranscript(text);
  if (transcript.provenance !== 'assumed') continue;
  const next = writeTranscript(transcript, await replay(transcript));
  if (next !== text) writeFileSync(path, next);
  process.stdout.write(`${next === text ? 'same   ' : 'written'} ${path}\n`);
}
