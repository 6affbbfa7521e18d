const HEARTBEAT_MS = 10_000;

/** A failure that the reader can do something about. */
export class SetupError extends Error {
  constructor(message, whatToDo) {
    super(message);
    this.whatToDo = whatToDo;
  }
}

/** Runs a part of the set-up with a line when it begins, now and then, and when it ends. */
export async function stage(title, work) {
  const startedAt = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  let detail = '';
  say(`${title} …`);
  const heartbeat = setInterval(
    () => say(`${title} … ${seconds()}${detail && ` (${detail})`}`),
    HEARTBEAT_MS,
  );
  try {
    const result = await work(text => {
      detail = text;
    });
    say(`${title}: done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

export function say(text) {
  process.stderr.write(`[setup] ${text}\n`);
}
