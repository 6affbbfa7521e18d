type Answer = () => unknown;

const answers = new Map<string, Answer>();

/** What a parent process may ask with `askProcess`. */
export function answerTo(question: string, answer: Answer): void {
  answers.set(question, answer);
}

export function answerQuestions(): void {
  process.on('message', async question => {
    const answer = answers.get(String(question));
    if (answer) {
      process.send!({ answer: await answer() });
    }
  });
}
