import { DefinitionInvalidError, parseSnapshot } from './parseSnapshot';
import { definition, node } from './testing/fixtures';

const snapshot = (duration: string) =>
  JSON.stringify(definition([node('pause', 'delay', { duration })]));

describe('a snapshot', () => {
  it('is parsed once while it is in use, and by its exact text', () => {
    const first = parseSnapshot(snapshot('1s'));
    expect(parseSnapshot(snapshot('1s'))).toBe(first);
    const other = parseSnapshot(snapshot('2s'));
    expect(other.nodes[1].data).toEqual({ duration: '2s' });
  });

  it('is forgotten when many others were used since', () => {
    const first = parseSnapshot(snapshot('1s'));
    for (let minutes = 1; minutes <= 20; minutes += 1) {
      expect(parseSnapshot(snapshot('1s'))).toBe(first);
      parseSnapshot(snapshot(`${minutes}min`));
    }
    for (let hours = 1; hours <= 20; hours += 1) {
      parseSnapshot(snapshot(`${hours}h`));
    }
    expect(parseSnapshot(snapshot('1s'))).not.toBe(first);
    expect(parseSnapshot(snapshot('1s'))).toEqual(first);
  });

  it.each(['{', '{"schemaVersion":9}'])('is refused each time: %s', text => {
    expect(() => parseSnapshot(text)).toThrow(DefinitionInvalidError);
    expect(() => parseSnapshot(text)).toThrow(DefinitionInvalidError);
  });
});
