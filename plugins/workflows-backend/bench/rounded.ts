/** To one digit after the point. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
