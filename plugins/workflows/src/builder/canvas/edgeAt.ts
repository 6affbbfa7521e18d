/** The edge under a point of the window, whatever lies above it. */
export function edgeAt(x: number, y: number): string | undefined {
  return (
    document
      .elementsFromPoint(x, y)
      .map(element => element.closest('.react-flow__edge'))
      .find(edge => edge !== null)
      ?.getAttribute('data-id') ?? undefined
  );
}
