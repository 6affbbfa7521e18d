import { severityTone } from './severityTone';

describe('severityTone', () => {
  it.each([
    ['critical', 'error'],
    ['SEV-1', 'error'],
    ['P1', 'error'],
    ['warning', 'warning'],
    ['P3', 'warning'],
    [' Info ', 'info'],
    ['page-someone', 'neutral'],
    ['', 'neutral'],
  ])('gives %p the tone %p', (severity, tone) => {
    expect(severityTone(severity)).toBe(tone);
  });
});
