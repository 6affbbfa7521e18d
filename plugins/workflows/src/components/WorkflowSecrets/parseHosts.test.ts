import { parseHosts } from './parseHosts';

it.each([
  ['', []],
  ['api.example.com', ['api.example.com']],
  [
    ' API.example.com,b.example.com:8443 ',
    ['api.example.com', 'b.example.com:8443'],
  ],
  ['https://api.example.com/v2?x=1\napi.example.com', ['api.example.com']],
  ['http://api.example.com/', ['api.example.com:80']],
  ['not/a/host', ['not/a/host']],
])('reads %j as hosts', (text, hosts) => {
  expect(parseHosts(text)).toEqual(hosts);
});
