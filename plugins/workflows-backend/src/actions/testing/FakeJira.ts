import type { ServerResponse } from 'node:http';
import { type Received, Receiver } from '../../engine/testing/receiver';

/** What becomes of the next request that changes something. */
export type Fate = 'answered' | 'done, unanswered' | 'lost';

/** A Jira with one project, whose search shows issues only when it is told to. */
export class FakeJira {
  readonly issues: Array<{ key: string; labels: string[]; status: string }> = [
    { key: 'OPS-1', labels: [], status: 'To do' },
  ];
  readonly comments: Array<{ id: string; mark: string }> = [];
  changes = 0;
  fate: Fate = 'answered';
  searchIsUpToDate = true;
  searchIsForbidden = false;
  private server!: Receiver;

  static async start(): Promise<FakeJira> {
    const jira = new FakeJira();
    jira.server = await Receiver.start((request, response) =>
      jira.answer(request, response),
    );
    return jira;
  }

  get url() {
    return this.server.url;
  }

  stop() {
    return this.server.stop();
  }

  private answer(request: Received, response: ServerResponse) {
    const { method, path, body } = request;
    const route = `${method} ${path.split('?')[0].replace('/rest/api/3', '')}`;
    const sent = body ? JSON.parse(body) : {};
    const say = (status: number, value?: object) => {
      response.statusCode = status;
      response.setHeader('content-type', 'application/json');
      response.end(value && JSON.stringify(value));
    };
    switch (route) {
      case 'POST /issue': {
        const key = `OPS-${this.issues.length + 1}`;
        const { labels } = sent.fields;
        return this.change(
          () => this.issues.push({ key, labels, status: 'To do' }),
          () => say(201, { id: '2', key }),
        );
      }
      case 'POST /issue/OPS-1/comment': {
        const id = String(this.comments.length + 1);
        const { mark } = sent.properties[0].value;
        return this.change(
          () => this.comments.push({ id, mark }),
          () => say(201, { id }),
        );
      }
      case 'POST /issue/OPS-1/transitions':
        return this.change(
          () => (this.issues[0].status = 'Done'),
          () => say(204),
        );
      case 'POST /search/jql':
        return this.searchIsForbidden
          ? say(403, {})
          : say(200, { issues: this.find(sent.jql) });
      case 'GET /issue/OPS-1':
        return say(200, {
          id: '1',
          fields: { summary: 's', status: { name: this.issues[0].status } },
        });
      case 'GET /issue/OPS-1/transitions':
        return say(200, {
          transitions: [{ id: '31', name: 'Finish', to: { name: 'Done' } }],
        });
      case 'GET /issue/OPS-1/comment':
        return say(200, { comments: this.comments });
      default: {
        const id = /^GET \/comment\/(\d+)\/properties/.exec(route)?.[1];
        const mark = this.comments.find(one => one.id === id)?.mark;
        return mark ? say(200, { value: { mark } }) : say(404, {});
      }
    }
  }

  private change(make: () => void, say: () => void) {
    const { fate } = this;
    this.fate = 'answered';
    this.changes += 1;
    if (fate !== 'lost') {
      make();
    }
    if (fate === 'answered') {
      say();
    }
  }

  private find(jql: string) {
    const label = /labels = "(.*)"/.exec(jql)![1];
    return this.searchIsUpToDate
      ? this.issues
          .filter(({ labels }) => labels.includes(label))
          .map(({ key }) => ({ id: '2', key }))
      : [];
  }
}
