/** Lines that hold code: neither blank nor only a comment. */
export function codeLines(text) {
  let inBlock = false;
  let count = 0;
  for (const line of text.split('\n').map(raw => raw.trim())) {
    if (inBlock) {
      inBlock = !line.includes('*/');
    } else if (line.startsWith('/*')) {
      inBlock = !line.includes('*/');
    } else if (line && !line.startsWith('//')) {
      count += 1;
    }
  }
  return count;
}

/** The value below which a share of the values lies; the list is not empty. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1];
}
