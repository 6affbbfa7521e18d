// No test waits this long when all is well; a busy machine takes its time.
jest.setTimeout(60_000);
