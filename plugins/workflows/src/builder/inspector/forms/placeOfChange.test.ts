import { placeOfChange } from './placeOfChange';

describe('placeOfChange', () => {
  it('names the fields that changed, one that was not there included', () => {
    expect(
      placeOfChange(
        'config',
        { url: 'a', method: 'POST' },
        {
          url: 'ab',
          method: 'POST',
        },
      ),
    ).toBe('config url');
    expect(placeOfChange('config', {}, { url: 'a' })).toBe('config url');
    expect(placeOfChange('config', {}, { headers: { 'X-Team': '' } })).toBe(
      'config headers',
    );
  });

  it('names a field in whose rows one types', () => {
    expect(
      placeOfChange(
        'config',
        { headers: { 'X-T': 'a' } },
        { headers: { 'X-Te': 'a' } },
      ),
    ).toBe('config headers');
  });

  it.each([
    ['added', { list: ['a'] }, { list: ['a', 'b'] }],
    ['removed', { map: { a: '1', b: '2' } }, { map: { a: '1' } }],
  ])('has no place for a row that is %s', (_, before, after) => {
    expect(placeOfChange('config', before, after)).toBeUndefined();
  });
});
