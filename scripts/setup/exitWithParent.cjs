// Preloaded into programs that scripts/ start: ends them, with their own
// clean-up, when the script is gone without a word (kill -9, a closed machine).
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) {
    process.kill(process.pid, 'SIGTERM');
  }
}, 1000).unref();
