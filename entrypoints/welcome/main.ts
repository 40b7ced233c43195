import { startReader } from '../reader.content/reader.ts';

// An extension page takes no content script: the reader is started here as on any other page. The page has no host of
// its own that could be switched off.
void startReader(new AbortController().signal, 'dramatis');
