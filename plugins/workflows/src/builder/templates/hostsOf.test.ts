import { hostsOf } from './hostsOf';

it('finds the hosts of literal URLs, whatever field they are in', () => {
  expect(
    hostsOf({
      url: 'https://Chat.example.com/rooms/{{ incident.id }}',
      auth: { tokenUrl: 'https://login.example.com:8443/token' },
      query: { a: 'https://chat.example.com', b: 'plain' },
      list: [null, 1, 'https://{{ host }}/', 'see https://elsewhere.example'],
    }),
  ).toEqual(['chat.example.com', 'login.example.com:8443']);
});
